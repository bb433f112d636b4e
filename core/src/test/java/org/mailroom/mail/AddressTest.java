package org.mailroom.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are, and that are not. */
class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b",
        "first.last@corp.test",
        "!#$%&'*+-/=?^_`{|}~@corp.test",
        "\"\"@corp.test",
        "\"a b\"@corp.test",
        "\"a@b\"@corp.test",
        "\"a\\\"b\\\\\"@corp.test",
        "a@[192.0.2.1]",
        "a@[IPv6:2001:db8::1]",
        "\u5f20\u4e09@\u4f8b\u5b50.test",
        "a@1.test",
        "a@_x.test"
      })
  void anAddressIsKeptAsItWasWritten(String text) {
    assertThat(Address.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@",
        "@b",
        "a@",
        ".a@b",
        "a.@b",
        "a..b@c",
        "a b@c",
        "a@b c",
        "a@b@c",
        "a,b@c",
        "a(x)@c",
        "a@c(x)",
        "<a@b>",
        "\"a@c",
        "\"@c",
        "a\"b\"@c",
        "\"a\"b@c",
        "\"a\"b\"@c",
        "\"a\\\"@c",
        "\"a\\",
        "\"a\rb\"@c",
        "\"a\\\rb\"@c",
        "a\n@c",
        "a\0@c",
        "a\u001B@c",
        "a\u007F@c",
        "a\u0085@c",
        "a\u2028@c",
        "a\uFFFD@c",
        "a@b.",
        "a@.b",
        "a@b..c",
        "a@-b",
        "a@b-",
        "a@b/c",
        "a@b:25",
        "a@[",
        "a@[]",
        "a@[192.0.2.256]",
        "a@[192.0.2.1",
        "a@192.0.2.1]",
        "a@[2001:db8::1]",
        "a@[IPv6:192.0.2.1]",
        "a@[IPv6:2001:db8::1%eth0]"
      })
  void whatIsNoAddressIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Address.parse(text))
        .satisfies(e -> assertThat(e.getMessage()).matches("[ -~]*"));
  }

  @Test
  void aLocalPartHasAtMost64Octets() {
    assertThat(Address.parse("a".repeat(64) + "@b").localPart()).hasSize(64);
    assertThat(Address.parse("\u4f8b".repeat(21) + "@b").localPart()).hasSize(21);
    assertThatIllegalArgumentException().isThrownBy(() -> Address.parse("a".repeat(65) + "@b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Address.parse("\u4f8b".repeat(22) + "@b"));
  }

  @Test
  void onlyALocalPartBeyondAsciiNeedsSmtpUtf8() {
    assertThat(Address.parse("\u5f20@b").needsSmtpUtf8()).isTrue();
    assertThat(Address.parse("a@\u4f8b\u5b50.test").needsSmtpUtf8()).isFalse();
    assertThat(Address.parse("a@\u4f8b\u5b50.test").withAsciiDomain())
        .isEqualTo("a@xn--fsqu00a.test");
    assertThat(Address.parse("a@Corp.test").withAsciiDomain()).isEqualTo("a@Corp.test");
  }

  @Test
  void theNullReversePathHasNoAddress() {
    assertThat(ReversePath.parse("")).isEqualTo(ReversePath.NULL).hasToString("");
    assertThat(ReversePath.NULL.isNull()).isTrue();
    assertThat(ReversePath.parse("a@b").isNull()).isFalse();
  }
}
