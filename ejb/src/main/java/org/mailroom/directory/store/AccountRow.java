package org.mailroom.directory.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.directory.Account;
import org.mailroom.directory.Role;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.imap.Capability;
import org.mailroom.mail.Address;

/** An account as the database keeps it, with what it keeps of its password. */
@Entity
@Table(name = "directory_account")
public class AccountRow implements Row<Account> {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "address_key")
  private String key;

  private String address;
  private String name;

  @Column(name = "quota_octets")
  private long quotaOctets;

  @Column(name = "quota_messages")
  private long quotaMessages;

  private boolean enabled;

  @ElementCollection
  @CollectionTable(name = "directory_account_role", joinColumns = @JoinColumn(name = "account_id"))
  @Column(name = "role")
  private Set<String> roles = new HashSet<>();

  private String language;

  @ElementCollection
  @CollectionTable(
      name = "directory_account_send_as",
      joinColumns = @JoinColumn(name = "account_id"))
  @OrderColumn(name = "place")
  @Column(name = "address")
  private List<String> sendAs = new ArrayList<>();

  @ElementCollection
  @CollectionTable(
      name = "directory_account_forward",
      joinColumns = @JoinColumn(name = "account_id"))
  @OrderColumn(name = "place")
  @Column(name = "address")
  private List<String> forwards = new ArrayList<>();

  @Column(name = "keeps_copy")
  private boolean keepsCopy;

  @Column(name = "imap_off")
  private String imapOff;

  private String bcrypt;
  private String scram;

  /** For the database. */
  protected AccountRow() {}

  @Override
  public String key() {
    return key;
  }

  @Override
  public void take(Account account) {
    key = account.key();
    address = account.address().toString();
    name = account.name();
    quotaOctets = account.quotaOctets();
    quotaMessages = account.quotaMessages();
    enabled = account.enabled();
    Set<String> keys = account.roles().stream().map(Role::key).collect(Collectors.toSet());
    roles.retainAll(keys);
    roles.addAll(keys);
    language = account.language().toLanguageTag();
    Columns.replace(sendAs, account.sendAs().stream().map(Address::toString).sorted().toList());
    Columns.replace(forwards, Columns.texts(account.forwards()));
    keepsCopy = account.keepsCopy();
    imapOff =
        account.imapOff().stream().map(Capability::name).sorted().collect(Collectors.joining(" "));
  }

  void take(StoredPassword password) {
    bcrypt = password.bcrypt();
    scram = password.scram();
  }

  @Override
  public Account value() {
    return new Account(
        id,
        Address.parse(address),
        name,
        quotaOctets,
        quotaMessages,
        enabled,
        roles.stream().map(Role::of).collect(Collectors.toSet()),
        Locale.forLanguageTag(language),
        Set.copyOf(Columns.addresses(sendAs)),
        Columns.addresses(forwards),
        keepsCopy,
        capabilities());
  }

  /** One that this version doesn't have needs no switch. */
  private Set<Capability> capabilities() {
    Set<String> names = Set.of(imapOff.split(" "));
    return Capability.ALL.stream()
        .filter(one -> names.contains(one.name()))
        .collect(Collectors.toSet());
  }

  Optional<StoredPassword> password() {
    return bcrypt == null || scram == null
        ? Optional.empty()
        : Optional.of(new StoredPassword(bcrypt, scram));
  }
}
