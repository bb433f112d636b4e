package org.mailroom.dsn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters of RFC 3461. */
class DsnParametersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"abc|abc", "a+2Bb|a+b", "a+3Db|a=b", "a+20b|a b", "+E4+BE+8B|\u4f8b"})
  void xtextIsDecodedAndEncodedBack(String xtext, String text) {
    assertThat(Xtext.decode(xtext)).isEqualTo(text);
    assertThat(Xtext.encode(text)).isEqualTo(xtext);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "a=b",
        "+",
        "+2",
        "a+2",
        "+2b",
        "+GG",
        "+0D",
        "+0A",
        "+00",
        "+1B",
        "+7F",
        "\u4f8b",
        "a\tb",
        "+FF",
        "+E4+BE",
        "+C2+85",
        "+ED+A0+80"
      })
  void whatIsNoXtextIsRefused(String xtext) {
    assertThatIllegalArgumentException().isThrownBy(() -> Xtext.decode(xtext));
  }

  @Test
  void notifyIsNeverOrEvents() {
    assertThat(Notify.parse("never")).isEqualTo(Notify.NEVER).hasToString("NEVER");
    assertThat(Notify.parse("delay,Success"))
        .isEqualTo(new Notify(Set.of(Notify.Event.SUCCESS, Notify.Event.DELAY)))
        .hasToString("SUCCESS,DELAY");
    assertThat(Notify.parse("FAILURE").wants(Notify.Event.DELAY)).isFalse();
    assertThat(Notify.NEVER.wants(Notify.Event.FAILURE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ",", "SUCCESS,", "NEVER,SUCCESS", "SUCCESS NEVER", "ALWAYS", "SUCCESS,,DELAY"})
  void whatIsNoNotifyIsRefused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> Notify.parse(value));
  }

  @Test
  void anOriginalRecipientIsDecodedAndEncodedBack() {
    OriginalRecipient original = OriginalRecipient.parse("rfc822;a+2Bb@c");
    assertThat(original)
        .isEqualTo(new OriginalRecipient("rfc822", "a+b@c"))
        .hasToString("rfc822;a+b@c");
    assertThat(original.toParameter()).isEqualTo("rfc822;a+2Bb@c");
    assertThat(OriginalRecipient.parse("utf-8;\u4f8b@c").address()).isEqualTo("\u4f8b@c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "rfc822",
        "rfc822;",
        ";a@b",
        "rfc 822;a@b",
        "rfc822;a b",
        "rfc822;a+0Ab",
        "rfc822;a+C2+85b",
        "rfc822;\u4f8b\u0085",
        "rfc822;\u4f8b\u2028"
      })
  void whatIsNoOriginalRecipientIsRefused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> OriginalRecipient.parse(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          utf-8;用户@例子.test               | 用户@例子.test
          utf-8;\\x{7528}\\x{6237}@c.test   | 用户@c.test
          UTF-8;a\\x{2b}b\\x{5C}@c.test     | a+b\\@c.test
          utf-8;\\x{1F600}@c.test          | 😀@c.test
          utf-8;+E7+94+A8@c.test           | 用@c.test
          utf-8;bob@c.test                 | bob@c.test
          """)
  void anInternationalOriginalRecipientComesInSeveralForms(String parameter, String address) {
    assertThat(OriginalRecipient.parse(parameter).address()).isEqualTo(address);
  }

  @Test
  void anInternationalOriginalRecipientIsPassedOnAsTheNextHopCanTakeIt() {
    OriginalRecipient original = new OriginalRecipient("utf-8", "用 +户@c.test");

    assertThat(original.toParameter(true)).isEqualTo("utf-8;用\\x{20}\\x{2B}户@c.test");
    assertThat(original.toParameter(false))
        .isEqualTo("utf-8;\\x{7528}\\x{20}\\x{2B}\\x{6237}@c.test");
    assertThat(OriginalRecipient.parse(original.toParameter(true))).isEqualTo(original);
    assertThat(OriginalRecipient.parse(original.toParameter(false))).isEqualTo(original);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "utf-8;a\\b@c",
        "utf-8;a\\x{}@c",
        "utf-8;\\x{D800}@c",
        "utf-8;\\x{110000}@c",
        "utf-8;\\x{0A}@c",
        "utf-8;\\x{2028}@c",
        "utf-8;a b@c",
        "utf-8;"
      })
  void whatIsNoUnitextIsRefused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> OriginalRecipient.parse(value));
  }

  @Test
  void aLongInternationalAddressIsReadBackFromTheQueue() {
    OriginalRecipient original = OriginalRecipient.parse("utf-8;" + "用".repeat(400) + "@c.test");

    assertThat(original.fitsAsParameter(true)).isTrue();
    assertThat(original.fitsAsParameter(false)).isFalse();
    assertThat(OriginalRecipient.ofParameter(original.toParameter())).isEqualTo(original);
  }

  @Test
  void anOriginalRecipientHasAtMost500Characters() {
    assertThat(OriginalRecipient.parse("x;" + "a".repeat(498)).address()).hasSize(498);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OriginalRecipient.parse("x;" + "a".repeat(499)));
  }
}
