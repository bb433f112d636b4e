package org.mailroom.imap.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModifiedUtf7Test {

  private static final String[] PIECES = {
    "a", "&", "-", ",", "/", " ", "~", "\u007F", "\u0000", "é", "收件箱", "台北", "😀", "\uFFFF", "+"
  };

  @ParameterizedTest
  @CsvSource({
    "INBOX, INBOX",
    "'', ''",
    "A&B, A&-B",
    "&, &-",
    "~peter/mail/台北/日本語, '~peter/mail/&U,BTFw-/&ZeVnLIqe-'",
    "Entwürfe, Entw&APw-rfe",
    "😀, &2D3eAA-",
    "é&è, &AOk-&-&AOg-",
    "a-b, a-b",
  })
  void namesAreWrittenAndRead(String name, String text) throws ImapSyntaxException {
    assertThat(ModifiedUtf7.encode(name)).isEqualTo(text);
    assertThat(ModifiedUtf7.decode(text)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a&", // never ends
        "&U,BTFw", // never ends
        "&Jjo!", // no base64, and never ends
        "&Jj!-",
        "&U/BTFw-", // the slash of base64
        "&AGE-", // an a needs no base64
        "&ACY-", // nor does &
        "&U,A-&U,A-", // two shifts where one will do
        "&APw=-", // padding
        "&APx-", // bits after the last character
        "&AA-", // half a character
        "&A-",
        "&2D0-", // half a pair
        "Entwürfe", // raw
        "a\tb",
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> ModifiedUtf7.decode(text)).isInstanceOf(ImapSyntaxException.class);
  }

  @RepeatedTest(200)
  void whatIsWrittenIsReadAgain(RepetitionInfo repetition) throws ImapSyntaxException {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      name.append(PIECES[random.nextInt(PIECES.length)]);
    }
    String text = ModifiedUtf7.encode(name.toString());
    assertThat(text).matches("[ -~]*");
    assertThat(ModifiedUtf7.decode(text)).isEqualTo(name.toString());
  }

  @RepeatedTest(200)
  void whatIsReadIsWrittenTheSameAgain(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append("&-AaBgw,/+ U2D".charAt(random.nextInt(14)));
    }
    try {
      String name = ModifiedUtf7.decode(text.toString());
      assertThat(ModifiedUtf7.encode(name)).isEqualTo(text.toString());
    } catch (ImapSyntaxException e) {
      assertThat(e).hasMessageContaining("UTF-7");
    }
  }
}
