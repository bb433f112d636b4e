package org.mailroom.console.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mail.QueueId;

class TraceBoxTest {

  private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");

  @Test
  void nothingAskedIsTheLastHour() throws MistakenSearchException {
    assertThat(read(" ").from()).contains(NOW.minusSeconds(3600));
    assertThat(read(" ").span()).contains(Duration.ofHours(1));
  }

  @Test
  void termsSayWhatTheyAreAbout() throws MistakenSearchException {
    TraceQuestion question =
        read("from:ann@corp.test TO:bob subject:\"quarterly report\" ip:10.0.0.7 status:4.4.*");
    assertThat(question.sender()).isEqualTo("ann@corp.test");
    assertThat(question.recipient()).isEqualTo("bob@*");
    assertThat(question.subject()).isEqualTo("quarterly report");
    assertThat(question.client()).isEqualTo("10.0.0.7");
    assertThat(question.outcome()).isEqualTo("4.4.*");
    assertThat(question.from()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ann@corp.test, ann@corp.test",
    "@corp.test, @corp.test",
    "corp.test, @corp.test",
    "ann*, ann*",
    "ann, ann@*",
    "<>, <>",
  })
  void anAddressMayBeADomainOrABeginning(String written, String pattern)
      throws MistakenSearchException {
    assertThat(read("from:" + written).sender()).isEqualTo(pattern);
  }

  @Test
  void plainWordsAreTakenForWhatTheyLookLike() throws MistakenSearchException {
    assertThat(read("ann@corp.test").either()).isEqualTo("ann@corp.test");
    assertThat(read("38G5AMQ3HED58").id()).contains(QueueId.of("38G5AMQ3HED58"));
    assertThat(read("192.0.2.7").client()).isEqualTo("192.0.2.7");
    assertThat(read("2001:db8::7").client()).isEqualTo("2001:db8::7");
    assertThat(read("quarterly  rep*").subject()).isEqualTo("quarterly rep*");
    assertThat(read("会议 纪要").subject()).isEqualTo("会议 纪要");
  }

  @ParameterizedTest
  @CsvSource({
    "2h, 2026-11-03T10:00:00Z",
    "7d, 2026-10-27T12:00:00Z",
    "2026-11-01, 2026-11-01T00:00:00Z",
    "2026-11-01T14:30, 2026-11-01T14:30:00Z",
    "2026-11-01T14:30:00+02:00, 2026-11-01T12:30:00Z",
  })
  void aTimeIsAnAgeOrADay(String written, Instant time) throws MistakenSearchException {
    assertThat(read("after:" + written).from()).contains(time);
    assertThat(read("before:" + written).to()).contains(time);
    assertThat(read("after:" + written).span()).isEmpty();
  }

  @Test
  void whatHasNoIndexIsLookedForInTheLastDay() throws MistakenSearchException {
    assertThat(read("status:deferred").span()).contains(Duration.ofDays(1));
    assertThat(read("ip:10.0.0.7").from()).contains(NOW.minus(Duration.ofDays(1)));
    assertThat(read("ip:10.0.0.7 from:ann@corp.test").from()).isEmpty();
    assertThat(read("ip:10.0.0.7 after:3d").span()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sender:ann@corp.test, term",
    "after:yesterday, time",
    "after:2026-13-01, time",
    "id:123, id",
    "'subject:\"open', form",
    "'from:', form",
  })
  void aMistakeIsSaid(String written, String kind) {
    assertThatThrownBy(() -> read(written))
        .isInstanceOfSatisfying(
            MistakenSearchException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private static TraceQuestion read(String text) throws MistakenSearchException {
    return TraceBox.read(text, NOW, ZoneOffset.UTC);
  }
}
