package org.mailroom.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntilDotTest {

  @ParameterizedTest
  @CsvSource({
    "a~b~, a~b~",
    "a~.~b~, a~",
    "a~., a~",
    ".~, ''",
    "a^~.^~b, a^~",
    "a~..~b~, a~..~b~",
    "a~. ~b~, a~. ~b~",
    "a~.b~, a~.b~",
    "a~.^b~, a~.^b~",
    "a.~b~, a.~b~",
    "'', ''"
  })
  void aLineWithADotAloneEndsTheMessage(String typed, String read) throws IOException {
    String input = typed.replace('~', '\n').replace('^', '\r');
    try (UntilDot dot = new UntilDot(new ByteArrayInputStream(input.getBytes(UTF_8)))) {
      assertThat(new String(dot.readAllBytes(), UTF_8))
          .isEqualTo(read.replace('~', '\n').replace('^', '\r'));
      assertThat(dot.read()).isEqualTo(-1);
    }
  }
}
