package org.mailroom.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {

  @ParameterizedTest
  @CsvSource({
    "Lunch, Lunch",
    "=?utf-8?B?5Lya6K6u?=, 会议",
    "=?UTF-8?b?5Lya6K6u?=, 会议",
    "=?gb2312?B?u+HS6Q==?=, 会议",
    "=?big5?B?t3zEsw==?=, 會議",
    "=?iso-8859-1?Q?caf=E9_noir?=, café noir",
    "=?utf-8*zh-TW?Q?=E6=9C=83?=, 會",
    "=?utf-8?Q?a?= =?utf-8?Q?b?=, ab",
    "'=?utf-8?Q?a?=  =?iso-8859-1?Q?=E9?=', aé",
    "Re: =?utf-8?Q?a?= b, Re: a b",
    "=?utf-8?Q?a?=b=?utf-8?Q?c?=, abc",
    "=?utf-8?B?5Ly?= =?utf-8?B?a6K6u?=, 会议", // cut in the middle of a character, and of base64
    "=?utf-8?Q?=E4=BC?= =?utf-8?Q?=9A?=, 会",
    "=?utf-8?Q?a b?=, a b",
    "'\"=?utf-8?Q?Ann?=\" <ann@corp.test>', '\"Ann\" <ann@corp.test>'",
    "=?utf-8?Q??=x, x",
  })
  void textIsBehindWords(String value, String text) {
    assertThat(EncodedWords.decode(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?",
        "=??",
        "=???",
        "=????=",
        "=?utf-8?Q?a",
        "=?utf-8?Q?a?",
        "=?utf-8?X?a?=",
        "=?klingon?Q?a?=",
        "=?utf-8?Q",
        "=?utf-8?Q?",
        "a =? b ?= c",
        "=? ?Q?a?=",
      })
  void whatIsNoWordStays(String value) {
    assertThat(EncodedWords.decode(value)).isEqualTo(value);
  }

  @Test
  void aWordBehindOneThatIsNoneIsRead() {
    assertThat(EncodedWords.decode("=?klingon?Q?a?= =?utf-8?Q?b?=")).isEqualTo("=?klingon?Q?a?= b");
  }

  @Test
  void junkIsReadInNoTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (String junk :
              new String[] {"=?", "=?a?q?", "=?utf-8?q?a", "=?a", "?=", "=?utf-8?b?=?="}) {
            assertThat(EncodedWords.decode(junk.repeat(200_000))).isNotNull();
          }
        });
  }
}
