package org.mailroom.archive;

/** The names and limits of an archive; docs/archive.md describes it. */
final class ArchiveFormat {

  static final int VERSION = 1;
  static final String NAME = "mailroom-archive";
  static final String HEAD = "mailroom-archive.json";
  static final String END = "mailroom-archive-end.json";
  static final String MAILBOXES = "mailboxes/";
  static final String MAILBOX = "mailbox.json";
  static final String MESSAGES = "messages-";
  static final String JSON = ".json";

  /** Messages that one index tells of, and that are appended at a time. */
  static final int BATCH = 100;

  /** Octets of these, above which no more are taken. */
  static final long BATCH_OCTETS = 8 << 20;

  /** Octets of an index. */
  static final int LARGEST_INDEX = 4 << 20;

  /** Messages of an index that is read. */
  static final int LONGEST_INDEX = 10_000;

  /** Octets of any entry: nothing inflates without end. */
  static final long LARGEST_ENTRY = 1L << 30;

  /** Entries of an archive. */
  static final long MOST_ENTRIES = 50_000_000;

  private ArchiveFormat() {}
}
