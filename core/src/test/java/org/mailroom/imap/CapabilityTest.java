package org.mailroom.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CapabilityTest {

  @Test
  void isNamedInAnyCaseAndToldAsTheRfcWritesIt() {
    assertThat(Capability.of("imap4REV2")).hasToString("IMAP4rev2");
    assertThat(Capability.ALL).doesNotHaveDuplicates();
  }

  @Test
  void whatCannotBeWithheldIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Capability.of("IMAP4rev1"))
        .withMessageContaining("QRESYNC");
  }
}
