package org.mailroom.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.queue.filter.FilterException;
import org.mailroom.queue.filter.QueueFilter;

class OperationRequestTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant RECEIVED = Instant.parse("2026-11-20T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "4h, 2026-11-22T14:00:00Z",
    "age:5d, 2026-11-25T10:00:00Z",
    "2026-12-24T18:00:00Z, 2026-12-24T18:00:00Z",
    "2026-12-24T18:00:00+01:00, 2026-12-24T17:00:00Z"
  })
  void anExpiryIsFromNowOrFromReceptionOrAnInstant(String text, Instant expected)
      throws OperationException {
    assertThat(NewExpiry.parse(text, NOW).of(RECEIVED)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "age:", "age:soon", "5", "-4h", "2026-12-24", "99999d"})
  void anExpiryOfAnotherFormIsRefused(String text) {
    assertThatThrownBy(() -> NewExpiry.parse(text, NOW))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("age:5d");
  }

  @ParameterizedTest
  @CsvSource({
    "[192.0.2.1]:2525, [192.0.2.1]:2525",
    "[mx.test], [mx.test]:25",
    "mx.test:26, [mx.test]:26",
    "example.test, example.test",
    "例子.test, xn--fsqu00a.test"
  })
  void aRouteIsAHostAndPortOrAName(String text, String expected) throws OperationException {
    assertThat(OperationRequest.parseRoute(text)).contains(expected);
  }

  @Test
  void theRouterIsNoRoute() throws OperationException {
    assertThat(OperationRequest.parseRoute("router")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "mx..test", "[mx.test]:0", "mx.test:port", "2001:db8::1"})
  void aRouteOfAnotherFormIsRefused(String text) {
    assertThatThrownBy(() -> OperationRequest.parseRoute(text))
        .isInstanceOf(OperationException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"HOLD", "FAIL", "DELETE"})
  void whatCannotBeUndoneNeedsAReason(Operation operation) throws FilterException {
    OperationRequest request = OperationRequest.of(operation, QueueFilter.parse("all"), "ann", " ");
    assertThatThrownBy(request::check)
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("needs a reason");
  }

  @ParameterizedTest
  @CsvSource({"4h, 2026-11-22T14:00:00Z", "2026-11-22T11:30:00+01:00, 2026-11-22T10:30:00Z"})
  void aHoldEndsAfterAWhileOrAtAnInstant(String text, Instant expected) throws OperationException {
    assertThat(OperationRequest.parseHoldEnd(text, NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "never", "0s", "age:5d", "2026-11-22T10:00:00Z", "2026-12-24", "99999d"})
  void aHoldDoesNotEndInThePastOrAtAnythingElse(String text) {
    assertThatThrownBy(() -> OperationRequest.parseHoldEnd(text, NOW))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("in the future");
  }

  @Test
  void nothingButAHoldHasAnEnd() throws FilterException {
    OperationRequest request =
        new OperationRequest(
            Operation.FAIL,
            QueueFilter.parse("all"),
            "ann",
            "a loop",
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOW));
    assertThatThrownBy(request::check)
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("Only a hold");
  }
}
