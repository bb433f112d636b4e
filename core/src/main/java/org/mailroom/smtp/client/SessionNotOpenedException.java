package org.mailroom.smtp.client;

/** There is no session with this peer, now. It concerns the peer, not a mail. */
public final class SessionNotOpenedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Never serialised: it is caught where the session was asked for. */
  private final transient Report report;

  SessionNotOpenedException(Report report) {
    super(report.toString(), null, false, false);
    this.report = report;
  }

  /** {@link Report.Refused} or {@link Report.NoAnswer}, at a stage before MAIL. */
  public Report report() {
    return report;
  }
}
