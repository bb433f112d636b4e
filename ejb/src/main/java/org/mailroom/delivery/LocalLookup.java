package org.mailroom.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.Expansion;
import org.mailroom.directory.Expansion.Local;
import org.mailroom.directory.Expansion.Moderated;
import org.mailroom.directory.Expansion.Refused;
import org.mailroom.directory.Expansion.Target;
import org.mailroom.mail.Address;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Deferred;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.mail.ReversePath;
import org.mailroom.queue.QueuedMail;

/** Looks up what a local recipient stands for: in the directory, and with its moderators. */
@Singleton
public class LocalLookup {

  private static final String STAGE = "moderation";
  private static final EnhancedStatusCode DONE = EnhancedStatusCode.of("2.1.5");
  private static final EnhancedStatusCode WAITING = EnhancedStatusCode.of("4.7.2");
  private static final EnhancedStatusCode NO_SUCH_MAIL = EnhancedStatusCode.of("5.1.6");
  private static final EnhancedStatusCode REFUSED = EnhancedStatusCode.of("5.7.2");

  private final Moderation moderation;

  /** With these moderators' decisions. */
  @Inject
  public LocalLookup(Moderation moderation) {
    this.moderation = moderation;
  }

  /**
   * What the recipient of a mail stands for now. The moderators of a list are asked when the mail
   * is for the list alone.
   *
   * @throws DatabaseException when the database doesn't answer
   * @throws IOException when the mail can't be read
   */
  Expansion of(QueuedMail mail, EnvelopeRecipient recipient, DirectorySnapshot now)
      throws IOException {
    ReversePath from = mail.envelope().reversePath();
    Address address = recipient.path().address();
    if (ModerationAddress.isRefused(address, from, mail.origin(), now)) {
      return new Expansion(
          List.of(new Refused(recipient, REFUSED, "Only moderators decide about mail to a list")));
    }
    if (ModerationAddress.of(address).flatMap(decision -> now.list(address)).isPresent()) {
      return new Expansion(List.of(new Moderated(recipient, List.of())));
    }
    Expansion all = now.expand(recipient, from, mail.origin());
    if (mail.group().equals(LocalParts.MAILBOXES)) {
      return mailbox(all);
    }
    return isAlone(mail) && all.targets().get(0) instanceof Moderated moderated
        ? decided(mail, moderated, now).orElse(all)
        : all;
  }

  /** A mailbox that others stand for has its forwards behind it. */
  private static Expansion mailbox(Expansion all) {
    List<Target> mailboxes =
        all.targets().stream().filter(Local.class::isInstance).limit(1).toList();
    return mailboxes.isEmpty() ? all : new Expansion(mailboxes);
  }

  /** True when it is tried in this part, and needs no part of its own. */
  static boolean isTriedHere(QueuedMail mail, Moderated moderated) {
    return isAlone(mail) || moderated.moderators().isEmpty();
  }

  private static boolean isAlone(QueuedMail mail) {
    return mail.envelope().recipients().size() == 1;
  }

  /** As the moderator who let it through could send it; empty while nobody did. */
  private Optional<Expansion> decided(QueuedMail mail, Moderated target, DirectorySnapshot now)
      throws IOException {
    EnvelopeRecipient recipient = target.recipient();
    ModeratedMail row = moderation.ask(mail, recipient.path().address(), target.moderators());
    if (row.isRejected()) {
      return Optional.of(
          new Expansion(List.of(new Refused(recipient, REFUSED, "A moderator refused the mail"))));
    }
    return row.isApproved()
        ? Optional.of(
            now.expand(
                recipient,
                mail.envelope().reversePath(),
                mail.origin().by(target.moderators().get(0))))
        : Optional.empty();
  }

  /** A mail that waits for moderators, or brings the decision of one. */
  RecipientOutcome outcome(QueuedMail mail, Moderated moderated) {
    EnvelopeRecipient recipient = moderated.recipient();
    Optional<ModerationAddress> decision = ModerationAddress.of(recipient.path().address());
    if (decision.isEmpty()) {
      return new Deferred(recipient, why(WAITING, "The mail waits for a moderator"));
    }
    return moderation.decide(decision.get(), mail.envelope().reversePath())
        ? new Delivered(recipient, why(DONE, "Decided"), false)
        : new Failed(recipient, why(NO_SUCH_MAIL, "No mail waits for this decision"));
  }

  private static Diagnosis why(EnhancedStatusCode status, String text) {
    return Diagnosis.ofHub(STAGE, status, text);
  }
}
