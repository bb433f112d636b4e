package org.mailroom.directory.change;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.MailDomain;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;

/** Domains as fields. */
final class DomainForm implements EntryForm<MailDomain> {

  private static final List<Field> FIELDS =
      List.of(
          new Field("name", Field.Type.TEXT),
          new Field("relay", Field.Type.FLAG),
          new Field("aliases", Field.Type.WORDS),
          new Field("catch_all", Field.Type.TEXT),
          new Field("quota", Field.Type.NUMBER),
          new Field("quota_messages", Field.Type.NUMBER),
          new Field("language", Field.Type.TEXT));

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public MailDomain read(Fields fields, Optional<MailDomain> before, DirectoryData data) {
    fields.required("name");
    return new MailDomain(
        fields.parsed("name", Domain::of).orElseThrow(),
        fields.flag("relay", false),
        fields.all("aliases", Domain::of),
        fields.parsed("catch_all", Address::parse),
        fields.number("quota", 0),
        fields.number("quota_messages", 0),
        fields.language("language", Locale.ENGLISH));
  }

  @Override
  public Map<String, String> write(MailDomain domain) {
    return EntryForm.texts(
        FIELDS,
        domain.name(),
        domain.relay(),
        domain.aliases(),
        domain.catchAll(),
        domain.quotaOctets(),
        domain.quotaMessages(),
        domain.language().toLanguageTag());
  }
}
