package org.mailroom.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginTest {

  private static final Address ANN = Address.parse("ann@corp.test");

  @Test
  void whoLoggedInIsNotOutside() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Origin("192.0.2.1", Optional.of(ANN), true));
  }

  @Test
  void whoeverLetsItThroughStandsForAClientOutside() {
    assertThat(new Origin("192.0.2.1", Optional.empty(), true).by(ANN))
        .isEqualTo(new Origin("192.0.2.1", Optional.of(ANN), false));
  }
}
