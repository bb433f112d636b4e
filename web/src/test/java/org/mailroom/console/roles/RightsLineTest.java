package org.mailroom.console.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RightsLineTest {

  @Test
  void itSaysWhatEachRoleMayDo() {
    assertThat(RightsLine.all())
        .contains(
            new RightsLine("sessions", List.of("does", "does", "sees", "sees", "none", "none")),
            new RightsLine("mailboxes", List.of("does", "none", "none", "none", "none", "none")),
            new RightsLine(
                "accounts", List.of("does", "sees", "sees", "sees", "does-domain", "none")),
            new RightsLine("usage", List.of("does", "sees", "sees", "sees", "sees-domain", "none")),
            new RightsLine("roles", List.of("does", "sees", "sees", "sees", "none", "none")),
            new RightsLine("my-account", List.of("none", "none", "none", "none", "none", "does")),
            new RightsLine("audit", List.of("does", "sees", "none", "sees", "none", "none")));
  }
}
