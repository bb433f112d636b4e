package org.mailroom.operation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.mail.Domain;
import org.mailroom.queue.filter.QueueFilter;
import org.mailroom.settings.HostPort;

/**
 * What an operator wants done.
 *
 * @param operation what
 * @param filter to which parts
 * @param actor who wants it
 * @param reason why; may be empty where the operation allows it
 * @param route of a reroute: the next hop, empty for the router's choice
 * @param expiry of an expire
 * @param holdEnd of a hold: when the mail goes on by itself; empty when only a person releases it
 */
public record OperationRequest(
    Operation operation,
    QueueFilter filter,
    String actor,
    String reason,
    Optional<String> route,
    Optional<NewExpiry> expiry,
    Optional<Instant> holdEnd) {

  /** What takes a route away: the router decides again. */
  public static final String BY_ROUTER = "router";

  private static final int SMTP_PORT = 25;

  /** A request of an operation that is told no time and no place. */
  public static OperationRequest of(
      Operation operation, QueueFilter filter, String actor, String reason) {
    return new OperationRequest(
        operation, filter, actor, reason, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Needs all of them. */
  public OperationRequest {
    Objects.requireNonNull(operation, "a request has an operation");
    Objects.requireNonNull(filter, "a request has a filter");
    Objects.requireNonNull(actor, "a request has an actor");
    Objects.requireNonNull(reason, "a request has a reason, if an empty one");
  }

  /**
   * Refuses a request that lacks something.
   *
   * @throws OperationException with what it lacks
   */
  void check() throws OperationException {
    if (operation.needsReason() && reason.isBlank()) {
      throw new OperationException(OperationReason.NEEDS_REASON.about(operation.key()));
    }
    if (operation == Operation.EXPIRE && expiry.isEmpty()) {
      throw new OperationException(OperationReason.NEEDS_EXPIRY.about());
    }
    if (operation != Operation.HOLD && holdEnd.isPresent()) {
      throw new OperationException(OperationReason.ONLY_HOLDS_END.about());
    }
  }

  /**
   * Reads where a reroute goes: {@code [host]:port}, the name of a host, or {@link #BY_ROUTER}.
   *
   * @return empty for the router's choice
   * @throws OperationException when it is none of them
   */
  public static Optional<String> parseRoute(String text) throws OperationException {
    if (text.equals(BY_ROUTER)) {
      return Optional.empty();
    }
    try {
      if (text.indexOf(':') >= 0 || text.startsWith("[")) {
        return Optional.of(HostPort.parse(text, SMTP_PORT).toString());
      }
      return Optional.of(Domain.of(text).ascii());
    } catch (IllegalArgumentException e) {
      throw new OperationException(OperationReason.ROUTE_FORM.about(BY_ROUTER));
    }
  }

  /**
   * Reads when a hold ends: {@code 4h} from now, or an instant such as {@code
   * 2026-12-24T18:00:00Z}.
   *
   * @throws OperationException when it is neither, or not in the future
   */
  public static Instant parseHoldEnd(String text, Instant now) throws OperationException {
    try {
      Instant end = Moments.parse(text, now);
      if (end.isAfter(now)) {
        return end;
      }
    } catch (IllegalArgumentException e) {
      // Told below, as what is over.
    }
    throw new OperationException(OperationReason.HOLD_END_FORM.about());
  }
}
