package org.mailroom.smtp.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.spi.InvalidPropertyException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.smtp.server.SmtpService;

class SmtpActivationTest {

  @Test
  void theDefaultsAreValid() {
    SmtpActivation activation = new SmtpActivation();

    assertThatCode(activation::validate).doesNotThrowAnyException();
    assertThat(activation.address().getPort()).isEqualTo(2525);
    assertThat(activation.address().getAddress().isLoopbackAddress()).isTrue();
    assertThat(activation.grace()).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource({
    "example.test, 2525, 60s",
    "127.0.0.1, 65536, 60s",
    "127.0.0.1, -1, 60s",
    "127.0.0.1, smtp, 60s",
    "127.0.0.1, 2525, soon"
  })
  void nonsenseIsRefused(String address, String port, String grace) {
    SmtpActivation activation = new SmtpActivation();
    activation.setBindAddress(address);
    activation.setPort(port);
    activation.setStopGrace(grace);

    assertThatThrownBy(activation::validate).isInstanceOf(InvalidPropertyException.class);
  }

  @Test
  void aServiceThatIsNoneIsRefused() {
    SmtpActivation activation = new SmtpActivation();
    activation.setService("submissions");
    assertThat(activation.smtpService()).isEqualTo(SmtpService.SUBMISSIONS);
    activation.setService("pop3");
    assertThatThrownBy(activation::validate).isInstanceOf(InvalidPropertyException.class);
  }
}
