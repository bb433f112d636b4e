package org.mailroom.smtp.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.mailroom.dsn.Notify;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ReversePath;

/**
 * Recipients with NOTIFY=NEVER, for a server that doesn't know of it (RFC 3461, 5.2.2 d): they get
 * the mail in a transaction of their own with the null reverse-path, so that nobody answers.
 */
final class SilentRecipients {

  private final Envelope whole;
  private final List<EnvelopeRecipient> silent = new ArrayList<>();
  private final List<EnvelopeRecipient> others = new ArrayList<>();

  private SilentRecipients(Envelope whole) {
    this.whole = whole;
    whole.recipients().forEach(who -> (isSilent(who) ? silent : others).add(who));
  }

  /** Empty when one transaction does for all. */
  static Optional<SilentRecipients> of(Envelope envelope, Extensions offered) {
    boolean apart =
        !offered.dsn()
            && !envelope.reversePath().isNull()
            && envelope.recipients().stream().anyMatch(SilentRecipients::isSilent);
    return apart ? Optional.of(new SilentRecipients(envelope)) : Optional.empty();
  }

  /** What is to be sent, one after the other. */
  List<Envelope> envelopes() {
    Envelope withoutAnswer =
        new Envelope(
            ReversePath.NULL,
            silent,
            whole.body(),
            whole.smtpUtf8(),
            whole.ret(),
            whole.envelopeId());
    return others.isEmpty()
        ? List.of(withoutAnswer)
        : List.of(whole.withRecipients(others), withoutAnswer);
  }

  /** The reports of all, in the order of the whole envelope. */
  List<RecipientReport> inOrder(List<RecipientReport> reports) {
    Iterator<RecipientReport> ofOthers = reports.subList(0, others.size()).iterator();
    Iterator<RecipientReport> ofSilent = reports.subList(others.size(), reports.size()).iterator();
    return whole.recipients().stream()
        .map(who -> isSilent(who) ? ofSilent.next() : ofOthers.next())
        .toList();
  }

  /** Reports for an envelope that the connection didn't last for. */
  static List<RecipientReport> notReached(Envelope envelope) {
    Report lost = new Report.NoAnswer(Stage.MAIL, "the connection was closed by the peer");
    return envelope.recipients().stream().map(who -> new RecipientReport(who, lost)).toList();
  }

  private static boolean isSilent(EnvelopeRecipient recipient) {
    return recipient.notification().filter(Notify.NEVER::equals).isPresent();
  }
}
