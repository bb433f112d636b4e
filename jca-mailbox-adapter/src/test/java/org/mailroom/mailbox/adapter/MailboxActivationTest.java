package org.mailroom.mailbox.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.spi.InvalidPropertyException;
import org.junit.jupiter.api.Test;

class MailboxActivationTest {

  @Test
  void withoutAPortThereIsNoListener() {
    MailboxActivation activation = new MailboxActivation();

    assertThatCode(activation::validate).doesNotThrowAnyException();
    assertThat(activation.address().getPort()).isZero();
  }

  @Test
  void nonsenseIsRefused() {
    MailboxActivation activation = new MailboxActivation();
    activation.setPort("pop3");
    assertThatThrownBy(activation::validate).isInstanceOf(InvalidPropertyException.class);
    activation.setPort("2110");
    activation.setStopGrace("soon");
    assertThatThrownBy(activation::validate).isInstanceOf(InvalidPropertyException.class);
  }
}
