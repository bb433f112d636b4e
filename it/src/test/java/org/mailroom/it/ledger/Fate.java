package org.mailroom.it.ledger;

import org.mailroom.it.ledger.Ledger.Report;

/** What became of a recipient, the best of it first. */
enum Fate {
  DELIVERED,
  REPORTED,
  /** Refused for good, and the reverse-path is null. */
  DROPPED,
  QUEUED,
  LOST;

  static Fate of(Ledger ledger, LedgerMail mail, String recipient) {
    if (!ledger.arrivals(recipient).isEmpty()) {
      return DELIVERED;
    }
    if (ledger.reports(recipient).stream().map(Report::action).anyMatch("failed"::equals)) {
      return REPORTED;
    }
    if (ledger.queued().contains(recipient)) {
      return QUEUED;
    }
    boolean tellsNobody = mail.reversePath().isEmpty() && LedgerSink.isGone(recipient);
    return tellsNobody ? DROPPED : LOST;
  }
}
