package org.mailroom.operation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.OptionalInt;
import org.mailroom.relay.HopLimits;

/** The limits of a next hop as the database keeps them. */
@Entity
@Table(name = "standing_limit")
public class StandingLimit {

  @Id
  @Column(name = "next_hop")
  private String nextHop;

  private Integer connections;

  @Column(name = "per_minute")
  private Integer perMinute;

  private String actor;
  private String reason;
  private Instant since;

  /** For the database. */
  protected StandingLimit() {}

  StandingLimit(String nextHop, HopLimits limits, String actor, String reason, Instant since) {
    this.nextHop = nextHop;
    this.connections =
        limits.maxConnections().isPresent() ? limits.maxConnections().getAsInt() : null;
    this.perMinute =
        limits.mailsPerMinute().isPresent() ? limits.mailsPerMinute().getAsInt() : null;
    this.actor = actor;
    this.reason = reason;
    this.since = since;
  }

  /** The key of the next hop. */
  public String nextHop() {
    return nextHop;
  }

  /** What is allowed towards it. */
  public HopLimits limits() {
    return new HopLimits(optional(connections), optional(perMinute));
  }

  /** Who limited it. */
  public String actor() {
    return actor;
  }

  /** Why. */
  public String reason() {
    return reason;
  }

  /** Since when. */
  public Instant since() {
    return since;
  }

  private static OptionalInt optional(Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
