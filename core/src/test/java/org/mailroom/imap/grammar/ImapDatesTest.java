package org.mailroom.imap.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImapDatesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"17-Jul-1996 02:44:25 -0700\"', 1996-07-17T09:44:25Z",
        "'\" 7-feb-1994 21:52:25 +0130\"', 1994-02-07T20:22:25Z",
        "'\"7-FEB-1994 21:52:25 +0000\"', 1994-02-07T21:52:25Z",
        "'\"31-Dec-2016 23:59:60 +0000\"', 2016-12-31T23:59:59Z",
        "'\"01-Jan-2020 00:00:00 +1900\"', 2019-12-31T05:00:00Z"
      })
  void aDateWithATimeIsRead(String text, Instant instant) throws Exception {
    Arguments arguments = arguments(text);
    assertThat(ImapDates.readDateTime(arguments)).isEqualTo(instant);
    assertThat(arguments.isAtEnd()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "17-Jul-1996",
        "\"\"",
        "\"17-Jul-1996\"",
        "\"30-Feb-1996 02:44:25 -0700\"",
        "\"17-Foo-1996 02:44:25 -0700\"",
        "\"17-Jul-1996 24:44:25 -0700\"",
        "\"17-Jul-1996 02:44:61 -0700\"",
        "\"17-Jul-1996 02:44:25 -0760\"",
        "\"17-Jul-1996 02:44:25 +2400\"",
        "\"17-Jul-1996 02:44:25 GMT\""
      })
  void whatIsNoDateWithATimeIsRefused(String text) {
    assertThatThrownBy(() -> ImapDates.readDateTime(arguments(text)))
        .isInstanceOf(ImapSyntaxException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-Feb-1994", "\"1-Feb-1994\"", "01-FEB-1994", "\"01-feb-1994\""})
  void aDateIsRead(String text) throws Exception {
    assertThat(ImapDates.readDate(arguments(text))).isEqualTo(LocalDate.of(1994, 2, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "1-Feb", "1-2-1994", "0-Feb-1994", "31-Apr-1994", "1-Feb-94"})
  void whatIsNoDateIsRefused(String text) {
    assertThatThrownBy(() -> ImapDates.readDate(arguments(text)))
        .isInstanceOf(ImapSyntaxException.class);
  }

  @Test
  void theDayIsPaddedWithASpace() {
    assertThat(ImapDates.text(Instant.parse("1996-07-17T09:44:25.9Z")))
        .isEqualTo("17-Jul-1996 09:44:25 +0000");
    assertThat(ImapDates.text(Instant.parse("2024-01-02T03:04:05Z")))
        .isEqualTo(" 2-Jan-2024 03:04:05 +0000");
    assertThat(ImapDates.text(Instant.parse("+12024-01-02T03:04:05Z"))).contains("-9999 ");
  }

  private static Arguments arguments(String line) {
    return new Arguments(line, new NoLiterals());
  }

  private static final class NoLiterals implements LiteralSource {

    @Override
    public InputStream open(long size, boolean waits) {
      return new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public String nextLine() throws IOException {
      throw new IOException("There is no line");
    }

    @Override
    public int literalLimit() {
      return 0;
    }
  }
}
