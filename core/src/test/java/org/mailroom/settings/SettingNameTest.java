package org.mailroom.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingNameTest {

  @ParameterizedTest
  @CsvSource({
    "MAILROOM_SMPT_PORT, SMTP_PORT",
    "MAILROOM_HTTPPORT, HTTP_PORT",
    "MAILROOM_SMARTHOST, SMART_HOST",
    "MAILROOM_HEEP, HEAP",
    "MAILROOM_DATA_, DATA"
  })
  void aMistypedNameIsNearToTheRightOne(String mistyped, SettingName meant) {
    assertThat(SettingName.nearest(mistyped)).contains(meant);
  }

  @Test
  void nothingIsNearToAWordOfItsOwn() {
    assertThat(SettingName.nearest("MAILROOM_COFFEE_MACHINE")).isEmpty();
  }
}
