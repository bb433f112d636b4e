package org.mailroom.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.mail.EnhancedStatusCode;

class ExplanationTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

  @ParameterizedTest
  @CsvSource({
    "rcpt, 5.1.1, NO_SUCH_ADDRESS",
    "routing, 5.1.2, NO_SUCH_DOMAIN",
    "routing, 5.1.10, TAKES_NO_MAIL",
    "rcpt, 4.2.2, MAILBOX_FULL",
    "rcpt, 5.2.2, MAILBOX_FULL",
    "mail, 5.3.4, TOO_LARGE",
    "connect, 4.4.1, NO_ANSWER",
    "routing, 4.4.3, DNS_FAILURE",
    "hub, 5.4.6, LOOP",
    "hub, 4.3.0, HUB_FAULT",
    "rcpt, 5.5.1, PROTOCOL",
    "dot, 5.6.0, CONTENT_REFUSED",
    "hub, 5.6.3, EIGHT_BIT_REFUSED",
    "rcpt, 4.7.1, COME_LATER",
    "rcpt, 5.7.1, NOT_PERMITTED",
    "dot, 5.7.26, NOT_AUTHENTICATED",
    "starttls, 4.7.5, NOT_ENCRYPTED",
    "auth, 4.7.8, HUB_NOT_ADMITTED",
    "gate, 4.7.8, HUB_NOT_ADMITTED",
    "auth, 4.7.0, HUB_NOT_ADMITTED",
    "auth, 4.7.11, HUB_NOT_ADMITTED",
    "rcpt, 5.0.0, RECIPIENT_REFUSED",
    "mail, 5.0.0, SENDER_REFUSED",
    "dot, 5.0.0, CONTENT_REFUSED",
    "ehlo, 4.0.0, SERVER_REFUSED",
    "connect, 4.0.0, NO_ANSWER",
    "quit, 5.9.9, UNKNOWN",
  })
  void aStatusCodeIsExplained(String stage, String status, Explanation explanation) {
    assertThat(Explanation.of(stage, EnhancedStatusCode.of(status))).isEqualTo(explanation);
  }

  @ParameterizedTest
  @EnumSource
  void everyExplanationHasWordsInEveryLanguage(Explanation explanation) {
    for (NoticeLanguage language : NoticeLanguage.values()) {
      assertThat(explanation.why(language, "example.test")).isNotBlank().doesNotContain("{");
      assertThat(explanation.advice(language, "example.test")).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void theLanguagesHaveEqualKeysAndPlaceholders() {
    assertThat(NoticeLanguage.CHINESE.words().keySet())
        .isEqualTo(NoticeLanguage.ENGLISH.words().keySet());
    Stream<String> keys = NoticeLanguage.ENGLISH.words().keySet().stream();
    assertThat(keys)
        .allSatisfy(
            key ->
                assertThat(placeholders(NoticeLanguage.CHINESE.text(key)))
                    .containsExactlyInAnyOrderElementsOf(
                        placeholders(NoticeLanguage.ENGLISH.text(key)).distinct().toList()));
  }

  private static Stream<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).distinct();
  }
}
