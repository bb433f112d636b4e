package org.mailroom.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mail.Address;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.RecipientOutcome.Expanded;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.mail.ReversePath;
import org.mailroom.metrics.MailCounters;

/** The lines of docs/tracking-record.md, whatever strangers write. */
class MailLogTest {

  private static final QueueId ID = QueueId.of("01HZY8Q2K3M4N");

  /** An event, then fields: a path in brackets, a text in quotes or a word. */
  private static final Pattern LINE =
      Pattern.compile("[a-z]+( [a-z]+=(<[^\"<>\\p{Cc}]*>|\"[^\"\\p{Cc}]*\"|[^ \"<>\\p{Cc}]*))+");

  private final List<String> lines = new ArrayList<>();
  private final Logger logger = Logger.getLogger("mailroom.mail");
  private final TraceBacklog traces = new TraceBacklog(100);
  private final MailLog log =
      new MailLog(
          traces,
          Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC),
          new MailCounters());
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          assertThat(line.getThrown()).isNull();
          lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  @Test
  void everyEventHasItsFieldsInOrder() throws Exception {
    everything("\"odd one\"@x.test", "ws12", "[192.0.2.1]:25", "mx.x.test", "550 5.1.1 no");

    assertThat(lines)
        .containsExactly(
            "accepted id=01HZY8Q2K3M4N from=<ann@corp.test> to=<\\\"odd one\\\"@x.test>"
                + " recipients=1 size=42 client=192.0.2.1 helo=\"ws12\" protocol=ESMTP"
                + " user=<\\\"a\\>n\\\"@corp.test>",
            "failed id=01HZY8Q2K3M4N from=<> to=<\\\"odd one\\\"@x.test> nexthop=[192.0.2.1]:25"
                + " attempt=3 delay=61.007 mta=mx.x.test stage=rcpt status=5.1.1"
                + " reply=\"550 5.1.1 no\"",
            "notified id=01HZY8Q2K3M4N about=01HZY8Q2K3M4N to=<\\\"odd one\\\"@x.test>"
                + " action=failed",
            "untold id=01HZY8Q2K3M4N to=<\\\"odd one\\\"@x.test> status=5.1.1");
    assertThat(lines).allMatch(MailLogTest::isInForm);
  }

  @Test
  void whatStandsForOthersIsExpandedInLogAndTrace() {
    Diagnosis why = Diagnosis.ofHub("store", EnhancedStatusCode.of("2.1.5"), "Sent on to several");
    Expanded expanded =
        new Expanded(EnvelopeRecipient.of(ForwardPath.parse("team@corp.test")), why);
    log.outcome(ID, ReversePath.NULL, expanded, 1, "local:recipients", Duration.ZERO);

    assertThat(lines)
        .containsExactly(
            "expanded id=01HZY8Q2K3M4N from=<> to=<team@corp.test> nexthop=local:recipients"
                + " attempt=1 delay=0.000 stage=store status=2.1.5"
                + " reason=\"Sent on to several\"");
    assertThat(traces.take(1))
        .singleElement()
        .isInstanceOfSatisfying(
            TraceEvent.Happened.class,
            event -> assertThat(event.kind()).isEqualTo(TraceKind.EXPANDED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n2026-11-22T10:42:05.114+01:00 delivered id=X",
        "\u001b[2J\u001b]0;owned\u0007",
        "\" status=2.0.0 reply=\"250 ok",
        "x> status=2.0.0 to=<y",
        "\\",
        "\\\" \\u000a",
        "\0\u0085\u2028\u2029\u009b31m",
        "\u202Etxet\u202C \u2066x\u2069 \u200f\ufeff",
        "\uD83D and \uDE00 apart",
        "a b\tc"
      })
  void hostileTextStaysInItsField(String text) throws Exception {
    everything("\"a>b<c\"@x.test", text, text, text, text);

    assertThat(lines).hasSize(4);
    for (String line : lines) {
      assertThat(isInForm(line)).as(line).isTrue();
      assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029]");
    }
  }

  @Test
  void hugeTextIsCutInEveryField() throws Exception {
    String huge = "\u001b".repeat(10_000);
    everything("bob@x.test", huge, huge, huge, huge);

    assertThat(lines).allMatch(line -> line.length() < 10_500, "at most 6 for each of 3 * 500");
    assertThat(lines).allMatch(MailLogTest::isInForm);
  }

  @Test
  void theBacklogGetsTheSameAsTheLog() throws Exception {
    everything("bob@x.test", "ws12", "[192.0.2.1]:25", "mx.x.test", "550 5.1.1 no");

    List<TraceEvent> events = traces.take(100);
    assertThat(events).extracting(TraceEvent::id).containsOnly(ID);
    assertThat(events)
        .filteredOn(TraceEvent.Happened.class::isInstance)
        .extracting(event -> ((TraceEvent.Happened) event).kind())
        .containsExactly(TraceKind.FAILED, TraceKind.NOTIFIED, TraceKind.UNTOLD);
    assertThat(events).filteredOn(TraceEvent.Accepted.class::isInstance).hasSize(2);
  }

  private void everything(String to, String helo, String nextHop, String mta, String reply)
      throws Exception {
    EnvelopeRecipient who = EnvelopeRecipient.of(ForwardPath.parse(to));
    Failed failed =
        new Failed(
            who,
            new Diagnosis(
                "rcpt",
                EnhancedStatusCode.of("5.1.1"),
                withoutControls(reply),
                true,
                Optional.of(mta)));
    Origin origin = new Origin("192.0.2.1", Optional.of(Address.parse("\"a>n\"@corp.test")), false);
    log.accepted(
        ID, ReversePath.parse("ann@corp.test"), List.of(who), "", 42, origin, helo, "ESMTP");
    log.outcome(ID, ReversePath.NULL, failed, 3, nextHop, Duration.ofMillis(61_007));
    log.notified(ID, ID, List.of(who), 7, "failed");
    log.untold(ID, failed);
  }

  private static boolean isInForm(String line) {
    return LINE.matcher(line.replaceAll("\\\\.", "_")).matches();
  }

  /** A diagnosis refuses them: {@link LogLineTest} has them in a quoted text. */
  private static String withoutControls(String text) {
    return text.replaceAll("\\p{Cc}", " ");
  }
}
