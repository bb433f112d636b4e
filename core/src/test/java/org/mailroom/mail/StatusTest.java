package org.mailroom.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enhanced status codes, diagnoses and IP addresses. */
class StatusTest {

  @ParameterizedTest
  @ValueSource(strings = {"2.0.0", "4.7.1", "5.123.999"})
  void aStatusCodeIsReadAsItWasWritten(String text) {
    assertThat(EnhancedStatusCode.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "5.1",
        "5.1.",
        "3.1.1",
        "5.1.1.1",
        "5.1234.1",
        "5.-1.1",
        " 5.1.1",
        "\u0665.1.1"
      })
  void whatIsNoStatusCodeIsEmpty(String text) {
    assertThat(EnhancedStatusCode.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> EnhancedStatusCode.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb", "a\0", "\u001B[0m"})
  void aDiagnosisHasNoControlCharacters(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Diagnosis.ofHub("hub", EnhancedStatusCode.of("4.3.0"), text));
  }

  @Test
  void anIpAddressIsToldFromAName() {
    assertThat(IpLiteral.isAddress("192.0.2.1")).isTrue();
    assertThat(IpLiteral.isAddress("2001:db8::1")).isTrue();
    assertThat(IpLiteral.isAddress("::ffff:192.0.2.1")).isTrue();
    for (String name :
        new String[] {
          "", "a", "1.2.3", "1.2.3.4.", "256.1.1.1", "1.2.3.4.5", "::1%lo", ":", "a:b", "::g"
        }) {
      assertThat(IpLiteral.isAddress(name)).as(name).isFalse();
      assertThatIllegalArgumentException().isThrownBy(() -> IpLiteral.parse(name));
    }
  }
}
