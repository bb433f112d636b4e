package org.mailroom.queue.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;
import org.mailroom.queue.PartId;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;

class QueueFilterTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  /** Two hours old, 2 MiB, tried four times. */
  private static final QueueEntry PART =
      QueueEntry.of(
          new QueuedMail(
              QueueId.of("38G5AMQ3HED58"),
              new PartId("2.1"),
              3,
              Envelope.of(
                  ReversePath.parse("ann@corp.test"),
                  List.of(
                      EnvelopeRecipient.of(ForwardPath.parse("bob@sub.example.test")),
                      EnvelopeRecipient.of(ForwardPath.parse("zoë@other.test")))),
              "example.test",
              Optional.of("[192.0.2.1]:25"),
              NOW.minus(Duration.ofHours(2)),
              NOW.plus(Duration.ofDays(1)),
              4,
              0,
              false,
              Optional.of(
                  Diagnosis.ofHub("connect", EnhancedStatusCode.of("4.4.1"), "Connection refused")),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Origin.trusted("10.0.0.7"),
              new InMemoryContent(new byte[2 << 20])),
          QueueState.DEFERRED);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all",
        "from:ann@corp.test",
        "from:ANN@*",
        "from:*@corp.test to:bob@*",
        "to:zoë@other.test",
        "domain:sub.example.test",
        "domain:*.example.test",
        "domain:*",
        "nexthop:[192.0.2.1]:25",
        "id:38G5AMQ3HED58",
        "id:38g5amq3hed58/2.1",
        "state:deferred",
        "client:10.0.0.*",
        "age>1h",
        "age<3h age>90m",
        "expires<2d",
        "size>1M size<3MiB",
        "status:4.4.1",
        "status:4.*",
        "attempts>3",
        "attempts:4 faults:0",
        "text:refused",
        "text:\"connection refused\"",
        "-state:held -from:<>",
        "  from:ann@corp.test \t state:deferred ",
        "FROM:ann@corp.test"
      })
  void itIsMeant(String filter) throws FilterException {
    assertThat(QueueFilter.parse(filter).matches(PART, NOW)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from:ann",
        "from:<>",
        "from:\"\"",
        "to:ann@corp.test",
        "domain:example.test",
        "domain:corp.test",
        "id:38G5AMQ3HED59",
        "id:38G5AMQ3HED58/2",
        "state:held",
        "age>2h",
        "age<2h",
        "size>2M",
        "status:4.4",
        "attempts>4",
        "text:timeout",
        "-state:deferred",
        "state:deferred age>3h",
        "from:a*a*@corp.test"
      })
  void itIsNotMeant(String filter) throws FilterException {
    assertThat(QueueFilter.parse(filter).matches(PART, NOW)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                 | character 1: it is empty; all means all mail
          bob                | character 1: expected all, or name:value
          from:x bob         | character 8: expected all, or name:value
          sender:x           | character 1: there is no sender; expected all, or name:value
          from:x -sende:y    | character 9: there is no sende
          from:              | character 6: expected a value
          id:38G5AMQ3HED58,, | character 4: expected ids
          from:  to:x        | character 6: expected a value
          from>x             | character 5: expected a colon behind from
          age:1h             | character 4: expected > or < behind age
          age>soon           | character 5: expected a duration: a number with ms, s, m, h or d
          age>1w             | character 5: expected a duration
          size>1MB           | character 6: expected a size such as 100k or 1M
          attempts>-1        | character 10: expected a number
          state:waiting      | character 7: a state is one of ready, in-flight, deferred
          text:"connection   | character 6: this quote has no end
          text:"a"b          | character 9: expected a blank behind a term
          text:connection refused | character 17: expected all, or name:value
          all state:held     | character 1: expected all, or name:value
          * | character 1: expected all
          """)
  void aMistakeIsSaidWithItsPlace(String filter, String message) {
    assertThatThrownBy(() -> QueueFilter.parse(filter))
        .isInstanceOf(FilterException.class)
        .hasMessageStartingWith("The filter is wrong at " + message);
  }

  @Test
  void anIdStandsForItself() throws FilterException {
    assertThat(QueueFilter.parseIdOrFilter("38G5AMQ3HED58").matches(PART, NOW)).isTrue();
    assertThat(QueueFilter.parseIdOrFilter("38G5AMQ3HED58/2.1").matches(PART, NOW)).isTrue();
    assertThat(QueueFilter.parseIdOrFilter("38G5AMQ3HED58/1").matches(PART, NOW)).isFalse();
    assertThat(QueueFilter.parseIdOrFilter("state:deferred").matches(PART, NOW)).isTrue();
    assertThatThrownBy(() -> QueueFilter.parseIdOrFilter("38G5AMQ3HED5"))
        .isInstanceOf(FilterException.class);
  }

  @Test
  void severalNextHopsStandForEachOfThem() throws FilterException {
    String hop = PART.nextHop();
    assertThat(
            QueueFilter.parse("nexthop:" + QueueFilter.quoted("other|" + hop)).matches(PART, NOW))
        .isTrue();
    assertThat(QueueFilter.parse("nexthop:\"other|another\"").matches(PART, NOW)).isFalse();
  }

  @Test
  void whatIsQuotedIsTakenAsItIs() throws FilterException {
    assertThat(QueueFilter.quoted("a \"b\" \\")).isEqualTo("\"a \\\"b\\\" \\\\\"");
    assertThat(QueueFilter.parse("text:" + QueueFilter.quoted("a \"b\" \\")).matches(PART, NOW))
        .isFalse();
  }

  @Test
  void severalIdsStandForEachOfThem() throws FilterException {
    assertThat(QueueFilter.parse("id:38G5AMQ3HED00/1,38G5AMQ3HED58/2.1").matches(PART, NOW))
        .isTrue();
    assertThat(QueueFilter.parse("id:38G5AMQ3HED00,38G5AMQ3HED58").matches(PART, NOW)).isTrue();
    assertThat(QueueFilter.parse("id:38G5AMQ3HED00,38G5AMQ3HED58/1").matches(PART, NOW)).isFalse();
  }

  @Test
  void aPatternThatWantsBacktrackingIsQuick() throws FilterException {
    QueueFilter filter = QueueFilter.parse("text:" + "*a".repeat(500) + "b");
    assertThat(filter.matches(PART, NOW)).isFalse();
  }
}
