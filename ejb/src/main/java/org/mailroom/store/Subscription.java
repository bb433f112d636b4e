package org.mailroom.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A name that clients of an account show; a mailbox of the name need not be there. */
@Entity
@IdClass(Subscription.Key.class)
@Table(name = "subscription")
class Subscription {

  /** Who shows what. */
  record Key(long accountId, String name) implements Serializable {}

  @Id
  @Column(name = "account_id")
  private long accountId;

  @Id private String name;

  /** For the database. */
  protected Subscription() {}

  Subscription(Key key) {
    this.accountId = key.accountId();
    this.name = key.name();
  }
}
