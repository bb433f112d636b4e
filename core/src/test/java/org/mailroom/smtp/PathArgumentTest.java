package org.mailroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The argument of MAIL and RCPT. */
class PathArgumentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "TO:<a@b>|a@b",
        "to:<a@b>|a@b",
        "TO:   <a@b>|a@b",
        "TO:<>|''",
        "TO:<postmaster>|postmaster",
        "TO:<\"a>b<c d\"@e>|\"a>b<c d\"@e",
        "TO:<\"a\\\">\"@e>|\"a\\\">\"@e",
        "TO:<@a.test:b@c>|b@c",
        "TO:<@a.test,@b.test:b@c>|b@c",
        "TO:<a@[IPv6:2001:db8::1]>|a@[IPv6:2001:db8::1]"
      })
  void aPathIsReadWithoutItsRoute(String argument, String mailbox) throws SmtpSyntaxException {
    assertThat(PathArgument.parse(argument, "TO").mailbox()).isEqualTo(mailbox);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TO",
        "TO:",
        "TO: ",
        "FROM:<a@b>",
        "TO <a@b>",
        "TO:a@b",
        "TO:<a@b",
        "TO:a@b>",
        "TO:<a @b>",
        "TO:<a@b<c@d>>",
        "TO:<\"a@b>",
        "TO:<\"a@b\\\">",
        "TO:<a@b>x",
        "TO:<a@b><c@d>",
        "TO:<a@b>,<c@d>",
        "TO:<a@b> <c@d>",
        "TO:(x)<a@b>",
        "TO:<@a.test>",
        "TO:<@:a@b>",
        "TO:<@a.test,:a@b>",
        "TO:<@a.test,b.test:a@b>",
        "TO:<@[192.0.2.1]:a@b>",
        "TO:<@a..test:a@b>",
        "TO:<a@b> ",
        "TO:<a@b>  ",
        "TO:<a@b> =x",
        "TO:<a@b> X=",
        "TO:<a@b> X=a=b",
        "TO:<a@b> X=\u0001",
        "TO:<a@b> -X",
        "TO:<a@b> X_Y",
        "TO:<a@b> X=1 x=2"
      })
  void whatIsNoPathIsRefusedWith501(String argument) {
    assertThatExceptionOfType(SmtpSyntaxException.class)
        .isThrownBy(() -> PathArgument.parse(argument, "TO"))
        .satisfies(e -> assertThat(e.reply().code()).isEqualTo(501))
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
  }

  @Test
  void parametersFollowThePath() throws SmtpSyntaxException {
    assertThat(PathArgument.parse("FROM:<> SIZE=10  smtputf8 ENVID=\u4f8b", "FROM").parameters())
        .isEqualTo(
            List.of(
                new EsmtpParameter("SIZE", Optional.of("10")),
                new EsmtpParameter("SMTPUTF8", Optional.empty()),
                new EsmtpParameter("ENVID", Optional.of("\u4f8b"))));
  }
}
