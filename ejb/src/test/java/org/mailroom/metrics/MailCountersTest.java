package org.mailroom.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.RecipientOutcome.Deferred;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.mail.RecipientOutcome.Expanded;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.smtp.SmtpReply;

/** Each thing counts once, as what it is. */
class MailCountersTest {

  private static final EnvelopeRecipient BOB =
      EnvelopeRecipient.of(ForwardPath.parse("bob@x.test"));

  private final MailCounters counters = new MailCounters();

  @Test
  void eachOutcomeCountsAsWhatItIs() {
    counters.accepted(100);
    counters.accepted(50);
    counters.ended(new Delivered(BOB, why("2.1.5", false), false));
    counters.ended(new Delivered(BOB, why("2.0.0", true), false));
    counters.ended(new Delivered(BOB, why("2.0.0", true), false));
    counters.ended(new Deferred(BOB, why("4.2.2", true)));
    counters.ended(new Failed(BOB, why("5.1.1", true)));
    counters.ended(new Expanded(BOB, why("2.1.5", false)));

    Counts now = counters.now();
    assertThat(now.accepted()).isEqualTo(2);
    assertThat(now.octets()).isEqualTo(150);
    assertThat(now.delivered()).isEqualTo(1);
    assertThat(now.relayed()).isEqualTo(2);
    assertThat(now.deferred()).isEqualTo(1);
    assertThat(now.failed()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "421, 4.3.2, CONNECTION",
    "421, 4.7.0, CONNECTION",
    "452, 4.3.2, SHORTAGE",
    "452, 4.3.1, SHORTAGE",
    "451, 4.3.0, SHORTAGE",
    "452, 4.2.2, MAILBOX_FULL",
    "452, 4.5.3, SIZE",
    "552, 5.3.4, SIZE",
    "421, 4.4.2, TIMEOUT",
    "454, 4.7.0, LOGIN",
    "530, 5.7.0, LOGIN",
    "535, 5.7.8, LOGIN",
    "550, 5.1.1, RECIPIENT",
    "550, 5.7.1, RELAYING",
    "553, 5.7.1, SENDER",
    "550, 5.7.2, SENDER",
    "550, 5.6.0, CONTENT",
    "554, 5.4.6, CONTENT",
    "500, 5.5.1, PROTOCOL",
    "503, 5.5.1, PROTOCOL",
  })
  void eachReplyRefusesSomething(int code, String enhanced, Refusal what) {
    counters.refused(SmtpReply.of(code, enhanced, "no"));

    assertThat(counters.now().refused()).containsOnlyKeys(what).containsEntry(what, 1L);
    assertThat(counters.now().refusedMail()).isEqualTo(what.isOfMail() ? 1 : 0);
  }

  @Test
  void whatCameSinceIsTheDifference() {
    counters.accepted(7);
    counters.refused(SmtpReply.of(550, "5.1.1", "no"));
    Counts before = counters.now();
    counters.accepted(5);
    counters.refused(SmtpReply.of(550, "5.1.1", "no"));
    counters.refused(SmtpReply.of(552, "5.3.4", "no"));

    Counts since = counters.now().since(before);
    assertThat(since.accepted()).isEqualTo(1);
    assertThat(since.octets()).isEqualTo(5);
    assertThat(since.refused(Refusal.RECIPIENT)).isEqualTo(1);
    assertThat(since.refusedMail()).isEqualTo(2);
  }

  private static Diagnosis why(String status, boolean reply) {
    return reply
        ? new Diagnosis("dot", EnhancedStatusCode.of(status), "text", true, Optional.empty())
        : Diagnosis.ofHub("store", EnhancedStatusCode.of(status), "text");
  }
}
