package org.mailroom.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.relay.Verdict.Step;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.client.Report;
import org.mailroom.smtp.client.Stage;

class FailurePolicyTest {

  private static final String MTA = "mx1.far.test";

  @ParameterizedTest
  @CsvSource({
    "GREETING, 450, '',     NEXT_ADDRESS, 4.0.0, true",
    "GREETING, 554, 5.7.1,  NEXT_ADDRESS, 4.7.1, true",
    "GREETING, 521, 5.3.2,  FAIL,         5.3.2, false",
    "GREETING, 421, 4.3.2,  NEXT_ADDRESS, 4.3.2, true",
    "EHLO,     550, '',     NEXT_ADDRESS, 4.0.0, true",
    "STARTTLS, 454, 4.7.0,  NEXT_ADDRESS, 4.7.0, true",
    "AUTH,     535, 5.7.8,  NEXT_ADDRESS, 4.7.8, true",
    "AUTH,     535, '',     NEXT_ADDRESS, 4.7.8, true",
    "AUTH,     454, 4.7.0,  NEXT_ADDRESS, 4.7.0, true",
    "AUTH,     534, 5.7.9,  NEXT_ADDRESS, 4.7.9, true",
    "AUTH,     530, '',     NEXT_ADDRESS, 4.7.0, true",
    "AUTH,     521, '',     NEXT_ADDRESS, 4.7.0, true",
    "AUTH,     421, 4.3.2,  NEXT_ADDRESS, 4.3.2, true",
    "MAIL,     421, 4.3.2,  NEXT_ADDRESS, 4.3.2, true",
    "MAIL,     451, 4.7.1,  NEXT_ADDRESS, 4.7.1, false",
    "MAIL,     550, 5.7.1,  FAIL,         5.7.1, false",
    "MAIL,     530, 5.7.0,  NEXT_ADDRESS, 4.7.0, true",
    "RCPT,     530, '',     NEXT_ADDRESS, 4.0.0, false",
    "RCPT,     450, 4.2.0,  NEXT_ADDRESS, 4.2.0, false",
    "RCPT,     452, 4.5.3,  NEXT_ADDRESS, 4.5.3, false",
    "RCPT,     550, 5.1.1,  FAIL,         5.1.1, false",
    "RCPT,     552, '',     NEXT_ADDRESS, 4.0.0, false",
    "RCPT,     552, 5.5.3,  NEXT_ADDRESS, 4.5.3, false",
    "RCPT,     552, 5.2.2,  FAIL,         5.2.2, false",
    "RCPT,     521, '',     FAIL,         5.0.0, false",
    "RCPT,     421, '',     NEXT_ADDRESS, 4.0.0, true",
    "DATA,     451, '',     NEXT_ADDRESS, 4.0.0, false",
    "DATA,     554, '',     FAIL,         5.0.0, false",
    "DOT,      451, 4.3.0,  NEXT_ADDRESS, 4.3.0, false",
    "DOT,      552, 5.3.4,  FAIL,         5.3.4, false",
    "DOT,      421, 4.3.2,  NEXT_ADDRESS, 4.3.2, true",
  })
  void aRefusal(Stage stage, int code, String enhanced, Step step, String status, boolean hop) {
    SmtpReply reply =
        enhanced.isEmpty() ? SmtpReply.of(code, "No") : SmtpReply.of(code, enhanced, "No");

    Verdict verdict = FailurePolicy.judge(new Report.Refused(stage, reply), MTA);

    assertVerdict(verdict, step, status, hop);
    assertThat(verdict.diagnosis().isReply()).isTrue();
    assertThat(verdict.diagnosis().text()).isEqualTo(reply.toText());
    assertThat(verdict.diagnosis().stage()).isEqualTo(stage.keyword());
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT,  NEXT_ADDRESS, 4.4.1, true",
    "GREETING, NEXT_ADDRESS, 4.4.1, true",
    "EHLO,     NEXT_ADDRESS, 4.4.2, true",
    "STARTTLS, NEXT_ADDRESS, 4.7.5, true",
    "AUTH,     NEXT_ADDRESS, 4.7.0, true",
    "MAIL,     NEXT_ADDRESS, 4.4.2, false",
    "RCPT,     NEXT_ADDRESS, 4.4.2, false",
    "DATA,     NEXT_ADDRESS, 4.4.2, false",
    "DOT,      DEFER,        4.4.2, false",
  })
  void noAnswer(Stage stage, Step step, String status, boolean hop) {
    assertVerdict(
        FailurePolicy.judge(new Report.NoAnswer(stage, "timed out"), MTA), step, status, hop);
  }

  @Test
  void whatTheHopCannotTakeFails() {
    Report report = new Report.Unsuitable(EnhancedStatusCode.of("5.6.7"), "needs SMTPUTF8");

    assertVerdict(FailurePolicy.judge(report, MTA), Step.FAIL, "5.6.7", false);
  }

  @Test
  void acceptedIsDelivered() {
    Report report = new Report.Accepted(SmtpReply.of(250, "2.0.0", "Ok: queued"), false);

    assertVerdict(FailurePolicy.judge(report, MTA), Step.DELIVERED, "2.0.0", false);
  }

  @Test
  void aLongReplyIsCut() {
    Report report = new Report.Refused(Stage.DOT, SmtpReply.of(451, "x".repeat(4000)));

    assertThat(FailurePolicy.judge(report, MTA).diagnosis().text()).hasSize(1000);
  }

  @Test
  void everyStatusHasTheClassOfItsStep() {
    for (Stage stage : Stage.values()) {
      for (int code = 400; code < 600; code++) {
        Verdict verdict =
            FailurePolicy.judge(new Report.Refused(stage, SmtpReply.of(code, "No")), MTA);
        assertThat(verdict.diagnosis().status().isPermanent())
            .as("%s %d", stage, code)
            .isEqualTo(verdict.step() == Step.FAIL);
      }
    }
  }

  private static void assertVerdict(Verdict verdict, Step step, String status, boolean hop) {
    assertThat(verdict.step()).isEqualTo(step);
    assertThat(verdict.diagnosis().status()).hasToString(status);
    assertThat(verdict.hopFailed()).isEqualTo(hop);
    assertThat(verdict.diagnosis().remoteMta()).isEqualTo(Optional.of(MTA));
  }
}
