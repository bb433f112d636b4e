package org.mailroom.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A part that the moderators of a list decide on. */
@Entity
@Table(name = "moderated_mail")
class ModeratedMail {

  static final String APPROVED = "approved";
  static final String REJECTED = "rejected";

  @Id
  @Column(name = "part_key")
  private String partKey;

  private String token;
  private Instant created;
  private boolean asked;
  private String decision;
  private String moderator;

  /** For the database. */
  protected ModeratedMail() {}

  ModeratedMail(String partKey, String token, Instant created) {
    this.partKey = partKey;
    this.token = token;
    this.created = created;
  }

  /** Queue id / part. */
  String partKey() {
    return partKey;
  }

  /** A moderator who knows it decides. */
  String token() {
    return token;
  }

  /** Long ago, it is forgotten. */
  Instant created() {
    return created;
  }

  /** True when the moderators have been told. */
  boolean asked() {
    return asked;
  }

  boolean isApproved() {
    return APPROVED.equals(decision);
  }

  boolean isRejected() {
    return REJECTED.equals(decision);
  }

  /** The reverse-path of who decided. */
  Optional<String> moderator() {
    return Optional.ofNullable(moderator);
  }

  void noteAsked() {
    asked = true;
  }

  /** The first decision counts. */
  void decide(String what, String who) {
    if (decision == null) {
      decision = what;
      moderator = who;
    }
  }
}
