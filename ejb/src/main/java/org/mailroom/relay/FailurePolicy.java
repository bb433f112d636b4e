package org.mailroom.relay;

import java.util.Optional;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.relay.Verdict.Step;
import org.mailroom.smtp.client.Report;
import org.mailroom.smtp.client.Report.Accepted;
import org.mailroom.smtp.client.Report.Answered;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Refused;
import org.mailroom.smtp.client.Report.Unsuitable;
import org.mailroom.smtp.client.Stage;

/**
 * What the reports of a next hop mean: the one home of that decision.
 *
 * <table>
 * <caption>Steps</caption>
 * <tr><th>stage</th><th>4yz</th><th>5yz</th><th>no answer</th></tr>
 * <tr><td>connect … STARTTLS: the hop</td><td>next</td><td>next</td><td>next</td></tr>
 * <tr><td>AUTH: the hop</td><td>next</td><td>next</td><td>next</td></tr>
 * <tr><td>MAIL, DATA: the mail</td><td>next</td><td>fail</td><td>next</td></tr>
 * <tr><td>RCPT: the recipient</td><td>next</td><td>fail</td><td>next</td></tr>
 * <tr><td>the dot: the mail</td><td>next</td><td>fail</td><td>defer</td></tr>
 * </table>
 *
 * <p>No answer to the dot is deferred: the hop may have the mail, and another would get it twice. A
 * hop that refuses everybody (5yz before MAIL) refuses no mail in particular, so it is deferred and
 * not failed, but for 521, a host that takes no mail at all (RFC 7504). What becomes of AUTH is
 * about this hub's own configuration, and never fails anybody's mail; 530, which asks for a login
 * or for TLS at whatever stage (RFC 4954, 6; RFC 3207, 4), is the same. 552 to RCPT is too many
 * recipients (RFC 5321, 4.5.3.1.10) unless its enhanced code says otherwise.
 */
final class FailurePolicy {

  private static final int MAX_TEXT = 1000;
  private static final int CLOSING = 421;
  private static final int NO_MAIL_HERE = 521;
  private static final int LOGIN_FIRST = 530;
  private static final int TOO_MUCH = 552;
  private static final int BAD_CREDENTIALS = 535;

  private FailurePolicy() {}

  /** The verdict on a report of the host {@code mta}. */
  static Verdict judge(Report report, String mta) {
    return switch (report) {
      case Accepted accepted -> verdict(Step.DELIVERED, 2, accepted, mta, false);
      case Refused refused -> refused(refused, mta);
      case NoAnswer none -> noAnswer(none, mta);
      case Unsuitable unsuitable ->
          new Verdict(
              Step.FAIL,
              new Diagnosis(
                  "mail", unsuitable.status(), unsuitable.text(), false, Optional.of(mta)),
              false);
    };
  }

  private static Verdict refused(Refused refused, String mta) {
    if (refused.code() == CLOSING) {
      return verdict(Step.NEXT_ADDRESS, 4, refused, mta, true);
    }
    if (refused.code() == LOGIN_FIRST) {
      return verdict(
          Step.NEXT_ADDRESS, 4, refused, mta, refused.stage().compareTo(Stage.MAIL) <= 0);
    }
    if (concernsHop(refused.stage())) {
      return refused.code() == NO_MAIL_HERE && refused.stage() != Stage.AUTH
          ? verdict(Step.FAIL, 5, refused, mta, false)
          : verdict(Step.NEXT_ADDRESS, 4, refused, mta, true);
    }
    return refused.isPermanent() && !isTooManyRecipients(refused)
        ? verdict(Step.FAIL, 5, refused, mta, false)
        : verdict(Step.NEXT_ADDRESS, 4, refused, mta, false);
  }

  private static Verdict noAnswer(NoAnswer none, String mta) {
    Stage stage = none.stage();
    Step step = stage == Stage.DOT ? Step.DEFER : Step.NEXT_ADDRESS;
    Diagnosis diagnosis =
        new Diagnosis(stage.keyword(), silence(stage), cut(none.detail()), false, Optional.of(mta));
    return new Verdict(step, diagnosis, concernsHop(stage));
  }

  private static EnhancedStatusCode silence(Stage stage) {
    return switch (stage) {
      case CONNECT, GREETING -> new EnhancedStatusCode(4, 4, 1);
      case STARTTLS -> new EnhancedStatusCode(4, 7, 5);
      case AUTH -> new EnhancedStatusCode(4, 7, 0);
      case EHLO, MAIL, RCPT, DATA, DOT -> new EnhancedStatusCode(4, 4, 2);
    };
  }

  private static boolean isTooManyRecipients(Refused refused) {
    return refused.stage() == Stage.RCPT
        && refused.code() == TOO_MUCH
        && refused.status().map(e -> e.subject() == 5 && e.detail() == 3).orElse(true);
  }

  private static boolean concernsHop(Stage stage) {
    return stage.compareTo(Stage.MAIL) < 0;
  }

  /** The status keeps the subject and detail of the reply, in the class of what is done. */
  private static Verdict verdict(
      Step step, int statusClass, Answered answer, String mta, boolean hopFailed) {
    EnhancedStatusCode status =
        answer
            .status()
            .map(e -> new EnhancedStatusCode(statusClass, e.subject(), e.detail()))
            .orElseGet(() -> withoutEnhancedCode(statusClass, answer));
    String stage = answer.stage().keyword();
    Diagnosis diagnosis = new Diagnosis(stage, status, cut(answer.text()), true, Optional.of(mta));
    return new Verdict(step, diagnosis, hopFailed);
  }

  private static EnhancedStatusCode withoutEnhancedCode(int statusClass, Answered answer) {
    if (answer.stage() != Stage.AUTH) {
      return new EnhancedStatusCode(statusClass, 0, 0);
    }
    return new EnhancedStatusCode(statusClass, 7, answer.code() == BAD_CREDENTIALS ? 8 : 0);
  }

  /** A diagnosis travels with the mail, in a journal record of bounded size. */
  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
