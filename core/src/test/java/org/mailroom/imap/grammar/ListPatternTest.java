package org.mailroom.imap.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListPatternTest {

  @ParameterizedTest
  @CsvSource({
    "*, INBOX",
    "*, a/b/c",
    "%, INBOX",
    "%, Sent",
    "a/%, a/b",
    "a/*, a/b/c",
    "a%c, abc",
    "a%c, ac",
    "a*c, a/b/c",
    "%/%, a/b",
    "*/%, a/b/c",
    "%*, a/b",
    "*%, a/b",
    "%b%, abc",
    "*b, abab",
    "inbox, INBOX",
    "InBox, INBOX",
    "inbox/%, INBOX/Lists",
    "inb%, INBOX",
    "%box, INBOX",
    "'收%', '收件箱'",
    "'', ''",
  })
  void namesThatMatch(String pattern, String name) {
    assertThat(ListPattern.of("", pattern).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "%, a/b",
    "a/%, a",
    "a/%, a/b/c",
    "a/*, a",
    "a%c, a/c",
    "%/%, a/b/c",
    "sent, Sent",
    "inbox/lists, INBOX/Lists",
    "inbox, INBOXES",
    "inboxes, INBOXES",
    "a, ab",
    "ab, a",
    "'', a",
    "*b, aba",
    "a.c, abc",
  })
  void namesThatDoNot(String pattern, String name) {
    assertThat(ListPattern.of("", pattern).matches(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Work/, %, Work/Plans",
    "Work, %, Workshop",
    "Work/, /%, Work/Plans",
    "'', Work/%, Work/Plans",
    "inbox/, *, INBOX/Lists/Dev",
    "%/, Plans, Work/Plans",
  })
  void aReferenceStandsInFrontOfThePattern(String reference, String pattern, String name) {
    assertThat(ListPattern.of(reference, pattern).matches(name)).isTrue();
  }

  @Test
  void lettersWithMarksAreTheSameInBothForms() {
    assertThat(ListPattern.of("", "Entwu\u0308r%").matches("Entw\u00FCrfe")).isTrue();
  }

  @Test
  void wildcardsWithoutEndCostNothing() {
    String name = "a".repeat(400);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (int i = 0; i < 100; i++) {
            assertThat(ListPattern.of("", "*%".repeat(30_000) + "b").matches(name)).isFalse();
            assertThat(ListPattern.of("", "*a".repeat(200) + "b").matches(name)).isFalse();
            assertThat(ListPattern.of("", "%a*a".repeat(100) + "*").matches(name)).isTrue();
            assertThat(ListPattern.of("", "*a".repeat(30_000)).matches(name)).isFalse();
          }
        });
  }
}
