package org.mailroom.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an account of the directory has in the store. */
@Entity
@Table(name = "mail_account")
public class MailAccount {

  @Id
  @Column(name = "account_id")
  private long accountId;

  private String address;
  private long octets;
  private long messages;

  @Column(name = "next_uid_validity")
  private long nextUidValidity;

  /** For the database. */
  protected MailAccount() {}

  MailAccount(long accountId, String address, long firstUidValidity) {
    this.accountId = accountId;
    this.address = address;
    this.nextUidValidity = firstUidValidity;
  }

  /** The directory's number of the account. */
  public long accountId() {
    return accountId;
  }

  /** Its address when it got its first mail, for people who look into the database. */
  public String address() {
    return address;
  }

  /** What it uses now. */
  public AccountUse use() {
    return new AccountUse(octets, messages);
  }

  void add(long size, long count) {
    octets += size;
    messages += count;
  }

  void remove(long size, long count) {
    octets -= size;
    messages -= count;
  }

  long newUidValidity() {
    return nextUidValidity++;
  }
}
