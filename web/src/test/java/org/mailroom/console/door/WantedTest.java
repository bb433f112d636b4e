package org.mailroom.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/queues.xhtml?state=held&page=2", "/trace.xhtml?q=from%3Aann"})
  void aPageOfTheConsoleIsWhereItLeads(String address) {
    assertThat(Wanted.sound(address)).isEqualTo(address);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "queues.xhtml",
        "//evil.test/",
        "/\\evil.test/",
        "https://evil.test/",
        "/a\r\nSet-Cookie: x=y",
        "/\t/evil.test",
        "/a\\b"
      })
  void whatLeadsElsewhereLeadsToTheFirstPage(String address) {
    assertThat(Wanted.sound(address)).isEqualTo("/");
  }

  @Test
  void theSignInPageIsToldWhereToAndWhy() {
    assertThat(Wanted.signIn("wrong", "/queues.xhtml?state=held&page=2"))
        .isEqualTo("/login.xhtml?failed=wrong&next=%2Fqueues.xhtml%3Fstate%3Dheld%26page%3D2");
    assertThat(Wanted.signIn("", "//evil.test")).isEqualTo("/login.xhtml?next=%2F");
  }
}
