package org.mailroom.directory.change;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailroom.directory.Account;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.Role;
import org.mailroom.imap.Capability;
import org.mailroom.mail.Address;

/** Accounts as fields. A new one has the quota and language of its domain. */
final class AccountForm implements EntryForm<Account> {

  /** Its password; not part of the entry. */
  static final String PASSWORD = "password";

  private static final List<Field> FIELDS =
      List.of(
          new Field("address", Field.Type.TEXT),
          new Field("name", Field.Type.TEXT),
          new Field("quota", Field.Type.NUMBER),
          new Field("quota_messages", Field.Type.NUMBER),
          new Field("enabled", Field.Type.FLAG),
          new Field("roles", Field.Type.WORDS),
          new Field("language", Field.Type.TEXT),
          new Field("send_as", Field.Type.WORDS),
          new Field("forwards", Field.Type.WORDS),
          new Field("keeps_copy", Field.Type.FLAG),
          new Field("imap_off", Field.Type.WORDS),
          new Field(PASSWORD, Field.Type.SECRET));

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public Account read(Fields fields, Optional<Account> before, DirectoryData data) {
    Address address = fields.address("address");
    Optional<MailDomain> domain =
        data.domains().stream().filter(one -> one.name().equals(address.domain())).findAny();
    return new Account(
        before.map(Account::id).orElse(0L),
        address,
        fields.text("name"),
        fields.number("quota", domain.map(MailDomain::quotaOctets).orElse(0L)),
        fields.number("quota_messages", domain.map(MailDomain::quotaMessages).orElse(0L)),
        fields.flag("enabled", true),
        new HashSet<>(fields.all("roles", Role::of)),
        fields.language("language", domain.map(MailDomain::language).orElse(Locale.ENGLISH)),
        new HashSet<>(fields.all("send_as", Address::parse)),
        fields.all("forwards", Address::parse),
        fields.flag("keeps_copy", true),
        new HashSet<>(fields.all("imap_off", Capability::of)));
  }

  @Override
  public Map<String, String> write(Account account) {
    return EntryForm.texts(
        FIELDS,
        account.address(),
        account.name(),
        account.quotaOctets(),
        account.quotaMessages(),
        account.enabled(),
        account.roles().stream().map(Role::key).sorted().toList(),
        account.language().toLanguageTag(),
        account.sendAs().stream().map(Address::toString).sorted().toList(),
        account.forwards(),
        account.keepsCopy(),
        account.imapOff().stream().map(Capability::name).sorted().toList());
  }
}
