package org.mailroom.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** Remembers that a part of a mail was filed in a mailbox. */
@Entity
@IdClass(Filing.Key.class)
@Table(name = "filing")
class Filing {

  /** What is filed once. */
  record Key(long mailboxId, String queueId, String part) implements Serializable {}

  @Id
  @Column(name = "mailbox_id")
  private long mailboxId;

  @Id
  @Column(name = "queue_id")
  private String queueId;

  @Id private String part;
  private Instant filed;

  /** For the database. */
  protected Filing() {}

  Filing(Key key, Instant filed) {
    this.mailboxId = key.mailboxId();
    this.queueId = key.queueId();
    this.part = key.part();
    this.filed = filed;
  }

  Key key() {
    return new Key(mailboxId, queueId, part);
  }

  /** Long ago, it is forgotten. */
  Instant filed() {
    return filed;
  }
}
