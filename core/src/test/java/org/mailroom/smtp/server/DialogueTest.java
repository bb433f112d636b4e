package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dialogue that is not as the script says fails. */
class DialogueTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S: 220 other.test",
        "S: 220 hub.test ESMTP Mailroom\nS: 250 more",
        "S: 220 hub.test ESMTP Mailroom\nC: NOOP\nS: 500 *",
        "S: 220 hub.test ESMTP Mailroom\nC: NOOP",
        "S: 220 hub.test ESMTP Mailroom\nC: QUIT\nS: 221 *\nC: NOOP\nS: 250 *"
      })
  void anotherReplyFails(String script) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Dialogue.with(new InMemoryReception()).play(script));
  }
}
