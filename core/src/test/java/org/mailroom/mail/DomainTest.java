package org.mailroom.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains, what they are equal to, and what is none. */
class DomainTest {

  @ParameterizedTest
  @CsvSource({
    "Corp.TEST, corp.test",
    "\u4f8b\u5b50.test, xn--fsqu00a.test",
    "XN--FSQU00A.test, \u4f8b\u5b50.test",
    "a\u3002test, a.test",
    "\uFF43orp.test, corp.test",
    "[192.0.2.1], [192.0.2.1]",
    "[IPv6:2001:DB8::1], [ipv6:2001:db8::1]"
  })
  void domainsAreEqualWhenTheirALabelsAre(String one, String other) {
    assertThat(Domain.of(one)).isEqualTo(Domain.of(other)).hasSameHashCodeAs(Domain.of(other));
    assertThat(Domain.of(one)).hasToString(one);
  }

  @ParameterizedTest
  @CsvSource({"corp.test, c\u043erp.test", "corp.test, corp.test.net", "[192.0.2.1], a.test"})
  void domainsThatOnlyLookAlikeAreNotEqual(String one, String other) {
    assertThat(Domain.of(one)).isNotEqualTo(Domain.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a.",
        ".a",
        "a..b",
        "a b",
        "a\tb",
        "-a",
        "a-",
        "a/b",
        "a@b",
        "a\u3002",
        "\u3002a",
        "a\u2028b",
        "a\uFFFDb",
        "\u0085",
        "[1.2.3]",
        "[1.2.3.4.5]",
        "[01.2.3.4567]",
        "[-1.2.3.4]",
        "[IPv6:]",
        "[IPv6:::1",
        "[IPv7:::1]",
        "[IPv6:1:2:3:4:5:6:7:8:9]"
      })
  void whatIsNoDomainIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Domain.of(text));
  }

  @Test
  void labelsAndDomainsHaveTheirLengths() {
    String label = "a".repeat(63);
    assertThat(Domain.of(label + "." + label + "." + label + "." + "a".repeat(61)).text())
        .hasSize(253);
    assertThatIllegalArgumentException().isThrownBy(() -> Domain.of("a".repeat(64)));
    assertThatIllegalArgumentException().isThrownBy(() -> Domain.of((label + ".").repeat(5) + "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> Domain.of("\u4f8b".repeat(64)));
  }

  @Test
  void anAddressLiteralHasAnAddress() {
    assertThat(Domain.of("[192.0.2.1]").literalAddress()).isEqualTo("192.0.2.1");
    assertThat(Domain.of("[ipv6:2001:db8::1]").literalAddress()).isEqualTo("2001:db8::1");
    assertThat(Domain.of("a.test").isLiteral()).isFalse();
  }

  @Test
  void anInternationalizedDomainSaysSo() {
    assertThat(Domain.of("\u4f8b\u5b50.test").isInternationalized()).isTrue();
    assertThat(Domain.of("xn--fsqu00a.test").isInternationalized()).isFalse();
  }
}
