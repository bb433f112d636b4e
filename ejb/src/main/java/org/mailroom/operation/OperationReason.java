package org.mailroom.operation;

import org.mailroom.refusal.Reason;

/** Why an operation is refused. */
public enum OperationReason implements Reason {
  TOO_MANY_OPERATIONS("Too many operations are under way; try again later"),
  NEEDS_REASON("To %s mail needs a reason"),
  NEEDS_EXPIRY("To expire mail needs the time when"),
  NEEDS_ROUTE("To reroute mail needs where to"),
  NO_OPERATION("An operation is one of %s"),
  ROUTE_FORM("A reroute goes to [host]:port, to a host or domain by name, or to %s"),
  EXPIRY_FORM(
      "An expiry is a duration from now such as 4h, one from the reception such as age:5d, or an"
          + " instant such as 2026-12-24T18:00:00Z"),
  ONLY_HOLDS_END("Only a hold has an end"),
  HOLD_END_FORM(
      "A hold ends in the future: a duration from now such as 4h, or an instant such as"
          + " 2026-12-24T18:00:00Z"),
  PAUSE_REASON("A pause needs a reason"),
  ONLY_HOPS("Only a next hop can be limited"),
  NO_SUBJECT("To %s needs intake, relay or a next hop"),
  NOT_STOPPED("Neither the intake nor relaying: %s"),
  LIMIT_NUMBER("A limit is a whole number: %s");

  private final String sentence;

  OperationReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
