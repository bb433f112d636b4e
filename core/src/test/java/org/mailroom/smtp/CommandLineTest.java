package org.mailroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines are taken apart into verb and argument. */
class CommandLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "NOOP|NOOP|''",
        "noop |NOOP|''",
        "Mail FROM:<a@b> SIZE=1\t |MAIL|FROM:<a@b> SIZE=1",
        "EHLO\tname|EHLO|name",
        "EHLO   a b|EHLO|a b",
        "''|''|''",
        "   |''|''",
        " NOOP|''|NOOP",
        "ma\u0131l x|ma\u0131l|x"
      })
  void aLineIsAVerbAndAnArgument(String line, String verb, String argument) {
    assertThat(CommandLine.parse(line)).isEqualTo(new CommandLine(verb, argument));
  }
}
