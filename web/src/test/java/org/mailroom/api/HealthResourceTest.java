package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.status.Health;
import org.mailroom.status.Health.Check;

class HealthResourceTest {

  private final Health health =
      new Health(List.of(new Check("broker", true, ""), new Check("disk", false, "99 %")));

  @Test
  void whoHasNoTokenIsToldNoReason() {
    assertThat(HealthResource.toJson(health, false).toString())
        .isEqualTo(
            "{\"status\":\"down\",\"checks\":[{\"name\":\"broker\",\"status\":\"up\"},"
                + "{\"name\":\"disk\",\"status\":\"down\"}]}");
  }

  @Test
  void whoHasOneIsToldWhy() {
    assertThat(HealthResource.toJson(health, true).toString())
        .contains("{\"name\":\"disk\",\"status\":\"down\",\"detail\":\"99 %\"}");
  }
}
