package org.mailroom.mailbox;

import java.util.Optional;

/** What a mailbox is for (RFC 6154, 2). Every account gets one of each. */
public enum SpecialUse {
  DRAFTS("\\Drafts", "Drafts"),
  SENT("\\Sent", "Sent"),
  JUNK("\\Junk", "Junk"),
  TRASH("\\Trash", "Trash"),
  ARCHIVE("\\Archive", "Archive");

  private final String attribute;
  private final String mailbox;

  SpecialUse(String attribute, String mailbox) {
    this.attribute = attribute;
    this.mailbox = mailbox;
  }

  /** With its backslash. */
  public String attribute() {
    return attribute;
  }

  /** The mailbox that every account gets for it. */
  public MailboxName mailbox() {
    return MailboxName.of(mailbox);
  }

  /** The use of this attribute, in any case. */
  public static Optional<SpecialUse> of(String attribute) {
    for (SpecialUse use : values()) {
      if (use.attribute.equalsIgnoreCase(attribute)) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }
}
