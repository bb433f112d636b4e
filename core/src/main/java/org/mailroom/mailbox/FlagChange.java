package org.mailroom.mailbox;

import java.util.Objects;

/** What becomes of the flags of messages (RFC 9051, 6.4.6). */
public record FlagChange(Kind kind, MessageFlags flags) {

  /** How. */
  public enum Kind {
    /** They are these, and no others. */
    REPLACE,
    /** These are added. */
    ADD,
    /** These are taken away. */
    REMOVE
  }

  /** Changes something. */
  public FlagChange {
    Objects.requireNonNull(kind, "a change is of a kind");
    Objects.requireNonNull(flags, "a change has flags, which may be none");
  }

  /** What is there after it. */
  public MessageFlags applyTo(MessageFlags before) {
    return switch (kind) {
      case REPLACE -> flags;
      case ADD -> before.with(flags);
      case REMOVE -> before.without(flags);
    };
  }
}
