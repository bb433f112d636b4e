package org.mailroom.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.mailroom.mailbox.SpecialUse;

/** A mailbox (RFC 9051, 2.3.1): a named sequence of messages of an account. */
@Entity
@Table(name = "mailbox")
public class Mailbox {

  /** The one that every account has. */
  public static final String INBOX = "INBOX";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "account_id")
  private long accountId;

  private String name;

  @Column(name = "uid_validity")
  private long uidValidity;

  @Column(name = "uid_next")
  private long uidNext;

  @Column(name = "highest_modseq")
  private long highestModseq;

  @Column(name = "special_use")
  private String specialUse;

  /** For the database. */
  protected Mailbox() {}

  Mailbox(MailAccount account, String name, Optional<SpecialUse> use) {
    this.accountId = account.accountId();
    this.name = name;
    this.uidValidity = account.newUidValidity();
    this.uidNext = 1;
    this.highestModseq = 1;
    this.specialUse = use.map(SpecialUse::attribute).orElse(null);
  }

  /** Never used again. */
  public long id() {
    return id;
  }

  /** Whose it is: the directory's number of the account. */
  public long accountId() {
    return accountId;
  }

  /** In NFC; INBOX in capitals. */
  public String name() {
    return name;
  }

  /** Another one when the mailbox is made anew. */
  public long uidValidity() {
    return uidValidity;
  }

  /** Higher than every UID that was ever given. */
  public long uidNext() {
    return uidNext;
  }

  /** Of the last change (RFC 7162). */
  public long highestModseq() {
    return highestModseq;
  }

  /** What it is for. */
  public Optional<SpecialUse> specialUse() {
    return Optional.ofNullable(specialUse).flatMap(SpecialUse::of);
  }

  long newUid() {
    return newUids(1);
  }

  /** The first of so many UIDs. */
  long newUids(long count) {
    long first = uidNext;
    uidNext += count;
    return first;
  }

  void rename(String to) {
    name = to;
  }

  long newModseq() {
    return ++highestModseq;
  }
}
