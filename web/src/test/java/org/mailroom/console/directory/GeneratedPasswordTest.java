package org.mailroom.console.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeneratedPasswordTest {

  @Test
  void eachIsFourGroupsOfLettersThatLookLikeNoOthers() {
    assertThat(GeneratedPassword.next())
        .matches("([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}")
        .isNotEqualTo(GeneratedPassword.next());
  }
}
