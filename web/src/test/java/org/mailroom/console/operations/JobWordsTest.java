package org.mailroom.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.console.Phrases;
import org.mailroom.operation.Operation;
import org.mailroom.operation.SkipReason;

class JobWordsTest {

  private static final JobWords ENGLISH = words(Locale.ENGLISH);
  private static final JobWords CHINESE = words(Locale.SIMPLIFIED_CHINESE);

  @Test
  void aResultIsASentence() {
    Map<String, Integer> skipped = Map.of(SkipReason.GONE.words(), 22);
    assertThat(ENGLISH.result("retry", 4790, skipped, 0))
        .isEqualTo("4,790 retried, 22 skipped: already delivered or given up");
    assertThat(CHINESE.result("retry", 4790, skipped, 3))
        .isEqualTo("已重试 4,790 封，跳过 22 封：已送达或已放弃，3 封正在发送，结束时更改");
    assertThat(ENGLISH.result("hold", 0, Map.of(), 0)).isEqualTo("None held");
  }

  @ParameterizedTest
  @EnumSource(SkipReason.class)
  void everyReasonHasItsWords(SkipReason reason) {
    assertThat(CHINESE.reason(reason.words())).isNotBlank().isNotEqualTo(reason.words());
  }

  @Test
  void aFaultOfTheHubStaysInItsOwnWords() {
    assertThat(CHINESE.reason("a fault of the hub: x")).isEqualTo("a fault of the hub: x");
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyOperationHasAllItsTexts(Operation operation) {
    Phrases phrases = new Phrases(Locale.ENGLISH, ZoneOffset.UTC, Instant.EPOCH);
    String key = "operation." + operation.key();
    assertThat(phrases.text(key)).isNotBlank();
    assertThat(phrases.text(key + ".effect")).isNotBlank();
    assertThat(phrases.text(key + ".ask", 2)).contains("2");
    assertThat(phrases.text(key + ".do", 2)).contains("2");
    assertThat(phrases.text(key + ".done", 2)).contains("2");
    assertThat(Offer.ALL).anyMatch(offer -> offer.operation() == operation);
  }

  private static JobWords words(Locale locale) {
    return new JobWords(new Phrases(locale, ZoneOffset.UTC, Instant.EPOCH));
  }
}
