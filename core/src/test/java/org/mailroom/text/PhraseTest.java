package org.mailroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {

  private static final String SIGNS = "aAbB  \t\r\n\u001F\u007F@.";

  @ParameterizedTest
  @CsvSource({
    "LUNCH, a lunch at noon, true",
    "a lunch, 'A \t Lunch', true",
    "a lunch, alunch, false",
    "'', anything, true",
    "é, CAFÉ, true",
    "中, 中文, true",
    "lunch, lunc, false"
  })
  void itIsInATextWhenAReaderFindsItThere(String phrase, String text, boolean is) {
    assertThat(Phrase.of(phrase).isIn(text)).isEqualTo(is);
  }

  @Test
  void textsOfAsciiAreNoExceptions() {
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      Phrase phrase = Phrase.of(text(random, 4));
      String text = text(random, 12);
      boolean expected = phrase.isWhole(phrase.after(0, Folding.fold(text)));
      assertThat(phrase.isIn(text)).as("%s in %s", phrase, text).isEqualTo(expected);
    }
  }

  private static String text(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }
}
