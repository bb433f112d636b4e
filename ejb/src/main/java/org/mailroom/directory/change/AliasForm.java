package org.mailroom.directory.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.directory.Alias;
import org.mailroom.directory.DirectoryData;
import org.mailroom.mail.Address;

/** Aliases as fields. */
final class AliasForm implements EntryForm<Alias> {

  private static final List<Field> FIELDS =
      List.of(new Field("address", Field.Type.TEXT), new Field("targets", Field.Type.WORDS));

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public Alias read(Fields fields, Optional<Alias> before, DirectoryData data) {
    return new Alias(fields.address("address"), fields.all("targets", Address::parse));
  }

  @Override
  public Map<String, String> write(Alias alias) {
    return EntryForm.texts(FIELDS, alias.address(), alias.targets());
  }
}
