package org.mailroom.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that a person had the hub do. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private Instant happened;
  private String actor;
  private String action;
  private String subject;
  private String reason;
  private long affected;
  private boolean ended;
  private String outcome;

  @Column(name = "value_before")
  private String before;

  @Column(name = "value_after")
  private String after;

  /** For the database. */
  protected AuditEntry() {}

  AuditEntry(Instant happened, AuditedAction what) {
    this.happened = happened;
    this.actor = Cut.to(200, what.actor());
    this.action = what.action();
    this.subject = Cut.to(2000, what.subject());
    this.reason = Cut.to(1000, what.reason());
    this.before = what.before().map(text -> Cut.to(2000, text)).orElse(null);
    this.after = what.after().map(text -> Cut.to(2000, text)).orElse(null);
    this.outcome = "";
  }

  void end(long count, String result) {
    affected = count;
    outcome = Cut.to(2000, result);
    ended = true;
  }

  /** Counts up. */
  public long id() {
    return id;
  }

  /** When it began. */
  public Instant happened() {
    return happened;
  }

  /** Who. */
  public String actor() {
    return actor;
  }

  /** What, in a word such as {@code hold}. */
  public String action() {
    return action;
  }

  /** To what: an id, a filter, a next hop. */
  public String subject() {
    return subject;
  }

  /** Why, in the actor's words; may be empty. */
  public String reason() {
    return reason;
  }

  /** How many things it changed so far. */
  public long affected() {
    return affected;
  }

  /** False while it is being done. */
  public boolean ended() {
    return ended;
  }

  /** What came of it, in words. */
  public String outcome() {
    return outcome;
  }

  /** What it was before, or null. */
  public String before() {
    return before;
  }

  /** What it was made, or null. */
  public String after() {
    return after;
  }
}
