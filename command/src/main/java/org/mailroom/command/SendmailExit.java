package org.mailroom.command;

import java.util.List;
import org.mailroom.smtp.client.RecipientReport;
import org.mailroom.smtp.client.Report;
import org.mailroom.smtp.client.Stage;

/** The exit codes of the classic command, as {@code sysexits.h} names them. */
final class SendmailExit {

  static final int USAGE = 64;
  static final int DATA_ERROR = 65;
  static final int NO_USER = 67;
  static final int UNAVAILABLE = 69;
  static final int SOFTWARE = 70;
  static final int IO_ERROR = 74;
  static final int TEMPORARY = 75;
  static final int NO_PERMISSION = 77;
  static final int CONFIGURATION = 78;

  private static final int POLICY = 7;

  private SendmailExit() {}

  /**
   * The code for recipients that were refused: that of a permanent refusal, if there is one, as
   * trying again then helps not all.
   */
  static int of(List<RecipientReport> refused) {
    return refused.stream()
        .map(report -> of(report.report()))
        .filter(code -> code != TEMPORARY)
        .findFirst()
        .orElse(TEMPORARY);
  }

  private static int of(Report report) {
    return switch (report) {
      case Report.Unsuitable unsuitable -> DATA_ERROR;
      case Report.Refused refused -> refused.isPermanent() ? ofPermanent(refused) : TEMPORARY;
      case Report.NoAnswer none -> TEMPORARY;
      case Report.Accepted accepted -> throw new IllegalArgumentException("Not refused");
    };
  }

  private static int ofPermanent(Report.Refused refused) {
    if (refused.status().filter(status -> status.subject() == POLICY).isPresent()) {
      return NO_PERMISSION;
    }
    if (refused.stage() == Stage.RCPT) {
      return NO_USER;
    }
    return refused.stage() == Stage.DOT ? DATA_ERROR : UNAVAILABLE;
  }
}
