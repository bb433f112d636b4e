package org.mailroom.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.Account;
import org.mailroom.directory.Directory;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.Expansion;
import org.mailroom.directory.Expansion.Elsewhere;
import org.mailroom.directory.Expansion.Local;
import org.mailroom.directory.Expansion.Moderated;
import org.mailroom.directory.Expansion.Refused;
import org.mailroom.directory.Expansion.Target;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Deferred;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.mail.RecipientOutcome.Expanded;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.queue.QueuedMail;
import org.mailroom.routing.Router;
import org.mailroom.settlement.AttemptResult;
import org.mailroom.settlement.AttemptResult.Share;
import org.mailroom.settlement.AttemptResult.Split;
import org.mailroom.settlement.AttemptResult.Tried;
import org.mailroom.store.FilingResult;
import org.mailroom.store.MailToFile;

/**
 * Makes attempts to file mail for recipients of local domains. Either all recipients of a part are
 * mailboxes, and are filed, or the part is split by what they stand for, and nothing is filed: so
 * no attempt that is repeated can number its parts in another way.
 */
@Singleton
public class LocalAttempts {

  private static final String STAGE = "store";
  private static final EnhancedStatusCode DONE = EnhancedStatusCode.of("2.1.5");
  private static final EnhancedStatusCode FULL = EnhancedStatusCode.of("4.2.2");

  private final Directory directory;
  private final LocalLookup lookup;
  private final FilingLines lines;
  private final Router router;

  /** Attempts by this directory. */
  @Inject
  public LocalAttempts(Directory directory, LocalLookup lookup, FilingLines lines, Router router) {
    this.directory = directory;
    this.lookup = lookup;
    this.lines = lines;
    this.router = router;
  }

  /** True when every recipient is of a local domain now. */
  public boolean isLocal(QueuedMail mail) {
    DirectorySnapshot now = directory.snapshot();
    return mail.envelope().recipients().stream().allMatch(r -> now.isLocal(r.path().domain()));
  }

  /**
   * One attempt. Publishes nothing.
   *
   * @throws DatabaseException when the database doesn't answer: nothing was filed
   * @throws IOException when the content can't be read
   */
  public AttemptResult attempt(QueuedMail mail) throws IOException {
    DirectorySnapshot now = directory.snapshot();
    List<Expansion> expansions = new ArrayList<>();
    boolean direct = true;
    for (EnvelopeRecipient recipient : mail.envelope().recipients()) {
      if (!now.isLocal(recipient.path().domain())) {
        return new Split(ways(mail, now), List.of());
      }
      Expansion expansion = lookup.of(mail, recipient, now);
      expansions.add(expansion);
      direct &= isDirect(mail, expansion);
    }
    return direct
        ? new Tried(LocalParts.RECIPIENTS, file(mail, expansions))
        : split(mail, expansions);
  }

  /** The recipients by the way that they go now, nobody expanded. */
  public List<Share> ways(QueuedMail mail) {
    return ways(mail, directory.snapshot());
  }

  private List<Share> ways(QueuedMail mail, DirectorySnapshot now) {
    LocalParts parts = new LocalParts();
    mail.envelope().recipients().forEach(recipient -> way(mail, recipient, now, parts));
    return parts.shares();
  }

  private void way(
      QueuedMail mail, EnvelopeRecipient recipient, DirectorySnapshot now, LocalParts parts) {
    if (!now.isLocal(recipient.path().domain())) {
      elsewhere(new Elsewhere(recipient, mail.envelope().reversePath()), parts);
    } else if (mail.group().equals(LocalParts.MAILBOXES)) {
      parts.mailbox(recipient, mail.envelope().reversePath());
    } else {
      parts.recipient(recipient, mail.envelope().reversePath());
    }
  }

  private static boolean isDirect(QueuedMail mail, Expansion expansion) {
    return expansion.targets().size() == 1
        && switch (expansion.targets().get(0)) {
          case Local local -> local.owner().isEmpty() || mail.group().equals(LocalParts.MAILBOXES);
          case Refused refused -> true;
          case Moderated moderated -> LocalLookup.isTriedHere(mail, moderated);
          case Elsewhere elsewhere -> false;
        };
  }

  private List<RecipientOutcome> file(QueuedMail mail, List<Expansion> expansions)
      throws IOException {
    List<MailToFile> mails = new ArrayList<>();
    for (Expansion expansion : expansions) {
      if (expansion.targets().get(0) instanceof Local local) {
        mails.add(toFile(mail, local));
      }
    }
    List<FilingResult> results = mails.isEmpty() ? List.of() : lines.file(mails);
    List<RecipientOutcome> outcomes = new ArrayList<>();
    int filed = 0;
    for (int i = 0; i < expansions.size(); i++) {
      EnvelopeRecipient recipient = mail.envelope().recipients().get(i);
      Target target = expansions.get(i).targets().get(0);
      outcomes.add(
          switch (target) {
            case Local local -> outcome(recipient, results.get(filed++));
            case Moderated moderated -> lookup.outcome(mail, moderated);
            case Refused refused -> no(refused);
            case Elsewhere other -> throw new IllegalStateException("Others go another way");
          });
    }
    return outcomes;
  }

  private static MailToFile toFile(QueuedMail mail, Local local) {
    Account account = local.account();
    return new MailToFile(
        mail.id(),
        mail.part().text(),
        mail.envelope().reversePath(),
        local.recipient().path(),
        account.id(),
        account.address(),
        local.folder(),
        account.quotaOctets(),
        account.quotaMessages(),
        mail.content());
  }

  private static RecipientOutcome outcome(EnvelopeRecipient recipient, FilingResult result) {
    return switch (result) {
      case FILED -> new Delivered(recipient, why(DONE, "Filed"), false);
      case FILED_BEFORE -> new Delivered(recipient, why(DONE, "Filed before"), false);
      case OVER_QUOTA -> new Deferred(recipient, why(FULL, "The mailbox is full"));
    };
  }

  private static RecipientOutcome no(Refused refused) {
    return new Failed(refused.recipient(), why(refused.status(), refused.reason()));
  }

  private AttemptResult split(QueuedMail mail, List<Expansion> expansions) {
    LocalParts parts = new LocalParts();
    List<RecipientOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < expansions.size(); i++) {
      Expansion expansion = expansions.get(i);
      expansion.targets().forEach(target -> add(target, mail, parts, outcomes));
      itself(mail.envelope().recipients().get(i), expansion).ifPresent(outcomes::add);
    }
    return new Split(parts.shares(), outcomes);
  }

  /** What the recipient itself comes to, whatever becomes of its targets (RFC 3461, 5.2.7). */
  private static Optional<RecipientOutcome> itself(
      EnvelopeRecipient recipient, Expansion expansion) {
    return switch (expansion.manner()) {
      case SAME -> Optional.empty();
      case EXPANDED -> Optional.of(new Expanded(recipient, why(DONE, "Sent on to several")));
      case LIST -> Optional.of(new Delivered(recipient, why(DONE, "Sent to the list"), false));
    };
  }

  private void add(
      Target target, QueuedMail mail, LocalParts parts, List<RecipientOutcome> outcomes) {
    switch (target) {
      case Local local ->
          parts.mailbox(local.recipient(), local.owner().orElse(mail.envelope().reversePath()));
      case Elsewhere other -> elsewhere(other, parts);
      case Refused refused -> outcomes.add(no(refused));
      case Moderated moderated -> parts.alone(moderated.recipient(), mail.envelope().reversePath());
    }
  }

  private void elsewhere(Elsewhere other, LocalParts parts) {
    parts.elsewhere(
        other.recipient(),
        other.from(),
        router.group(other.recipient().path().domain(), other.from()));
  }

  private static Diagnosis why(EnhancedStatusCode status, String text) {
    return Diagnosis.ofHub(STAGE, status, text);
  }
}
