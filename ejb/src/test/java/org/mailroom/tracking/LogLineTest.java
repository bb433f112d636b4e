package org.mailroom.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogLineTest {

  @Test
  void fieldsStandInTheOrderTheyCame() {
    String line =
        new LogLine("delivered", 64)
            .field("id", "X")
            .path("from", "")
            .field("attempt", 2)
            .seconds("delay", Duration.ofMillis(61_007))
            .toString();

    assertThat(line).isEqualTo("delivered id=X from=<> attempt=2 delay=61.007");
  }

  @Test
  void whatStrangersWriteCantMakeALineOrAField() {
    String line =
        new LogLine("failed", 64)
            .quoted("reply", "550 \"no\"\r\nfailed id=\u001b\u2028\\")
            .toString();

    assertThat(line)
        .isEqualTo("failed reply=\"550 \\\"no\\\"\\u000d\\u000afailed id=\\u001b\\u2028\\\\\"");
  }

  @Test
  void aLongTextIsCut() {
    assertThat(new LogLine("failed", 64).quoted("reply", "x".repeat(1000)).toString()).hasSize(515);
  }

  @Test
  void aClockThatWentBackGivesNoNegativeDelay() {
    assertThat(new LogLine("x", 8).seconds("delay", Duration.ofSeconds(-5)).toString())
        .isEqualTo("x delay=0.000");
  }
}
