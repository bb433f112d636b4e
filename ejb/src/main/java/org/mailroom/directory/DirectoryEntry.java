package org.mailroom.directory;

/** One thing that the directory holds. */
public sealed interface DirectoryEntry permits AddressHolder, MailDomain, Route, TrustedNetwork {

  /** Tells it from others of its kind, in the form in which names are compared. */
  String key();

  /** The same as it is written. */
  String title();
}
