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
            new RightsLine("audit", List.of("does", "sees", "none", "sees", "none", "none")));
  }
}
