package org.mailroom.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Remembers a UID that went, for sessions and clients that still know it (RFC 7162, 3.2). */
@Entity
@IdClass(ExpungedMessage.Key.class)
@Table(name = "expunged_message")
class ExpungedMessage {

  /** What went. */
  record Key(long mailboxId, long uid) implements Serializable {}

  @Id
  @Column(name = "mailbox_id")
  private long mailboxId;

  @Id private long uid;
  private long modseq;

  /** For the database; rows are written by statements for many. */
  protected ExpungedMessage() {}

  /** When it went. */
  long modseq() {
    return modseq;
  }
}
