package org.mailroom.tracking.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Re: Quarterly REPORT (2026-Q3)  | re quarterly report 2026 q3
          report, report and Report       | report and
          ÄPFEL und Straße                | äpfel und straße
          项目进度                        | 项目 目进 进度
          会 a议                          | 会 a 议
          Q3报告v2                        | q3 报告 v2
          --- !!!                         | ''
          """)
  void wordsAreLettersAndDigitsAndPairsOfHan(String subject, String words) {
    assertThat(String.join(" ", SubjectWords.of(subject))).isEqualTo(words);
  }

  @Test
  void thereAreNotTooManyAndNoneIsTooLong() {
    assertThat(SubjectWords.of("a b c d e f g h i j k l m n")).hasSize(SubjectWords.MOST);
    assertThat(SubjectWords.of("x".repeat(100))).containsExactly("x".repeat(SubjectWords.LONGEST));
  }

  @ParameterizedTest
  @CsvSource({
    "=?utf-8?B?5L2g5aW9?=, 你好",
    "=?iso-8859-1?Q?caf=E9?= now, café now",
    "=?utf-8?Q?a?= =?utf-8?Q?b?=, ab",
    "=?no-such-charset?Q?a?=, =?no-such-charset?Q?a?="
  })
  void subjectsAreDecodedAsFarAsTheyCanBe(String body, String subject) {
    assertThat(Texts.subject(body)).isEqualTo(subject);
  }

  @Test
  void textsAreCutBetweenCharactersAndHaveNoControls() {
    assertThat(Texts.clean("a\0b\r\n", 10)).isEqualTo("a b  ");
    assertThat(Texts.clean("ab\uD83D\uDE00", 3)).isEqualTo("ab");
    assertThat(Texts.clean("\uDE00x\uD83D", 10)).isEqualTo("?x?");
  }
}
