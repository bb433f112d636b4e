package org.mailroom.directory;

import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ReversePath;

/**
 * Where a mail to one local recipient goes.
 *
 * @param targets each address once, at least one
 * @param manner what a sender is told who asked for notices of success
 */
public record Expansion(List<Target> targets, Manner manner) {

  /** How a recipient became targets (RFC 3461, 5.2.7). */
  public enum Manner {
    /** One target at most: it tells of its success itself. */
    SAME,
    /** Several: NOTIFY=SUCCESS ends here, with a DSN whose action is {@code expanded}. */
    EXPANDED,
    /** A list: with the list the mail is delivered, and its sender hears no more of it. */
    LIST
  }

  /** One place. */
  public sealed interface Target {

    /** Who it is for, with the DSN parameters that hold there. */
    EnvelopeRecipient recipient();
  }

  /**
   * A mailbox of this hub.
   *
   * @param recipient the address that it was sent to, for {@code Delivered-To}
   * @param folder of the account, made when it is missing; empty for INBOX
   * @param owner the reverse-path that it gets here, when it came by a list; empty when it keeps
   *     its own
   */
  public record Local(
      EnvelopeRecipient recipient,
      Account account,
      Optional<String> folder,
      Optional<ReversePath> owner)
      implements Target {

    /** With the reverse-path that it came with. */
    public Local(EnvelopeRecipient recipient, Account account, Optional<String> folder) {
      this(recipient, account, folder, Optional.empty());
    }
  }

  /**
   * Another hub.
   *
   * @param from the reverse-path that it gets there
   */
  public record Elsewhere(EnvelopeRecipient recipient, ReversePath from) implements Target {}

  /** A list whose moderators decide first. */
  public record Moderated(EnvelopeRecipient recipient, List<Address> moderators)
      implements Target {}

  /** Nobody: no such recipient, not allowed to post, too deep or too many. */
  public record Refused(EnvelopeRecipient recipient, EnhancedStatusCode status, String reason)
      implements Target {}

  /** Refuses an expansion to nothing: that is {@link Refused}. */
  public Expansion {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("An expansion has a target");
    }
  }

  /** To one target, or to several that tell of their success themselves. */
  public Expansion(List<Target> targets) {
    this(targets, Manner.SAME);
  }
}
