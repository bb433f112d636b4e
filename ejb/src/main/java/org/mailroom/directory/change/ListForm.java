package org.mailroom.directory.change;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DistributionList;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.mail.Address;

/** Distribution lists as fields. */
final class ListForm implements EntryForm<DistributionList> {

  private static final List<Field> FIELDS =
      List.of(
          new Field("address", Field.Type.TEXT),
          new Field("name", Field.Type.TEXT),
          new Field("posting", Field.Type.TEXT),
          new Field("members", Field.Type.WORDS),
          new Field("owners", Field.Type.WORDS),
          new Field("moderators", Field.Type.WORDS));

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public DistributionList read(
      Fields fields, Optional<DistributionList> before, DirectoryData data) {
    return new DistributionList(
        fields.address("address"),
        fields.text("name"),
        fields.choice("posting", Posting.class, Posting.INSIDE),
        fields.all("members", Address::parse),
        fields.all("owners", Address::parse),
        fields.all("moderators", Address::parse));
  }

  @Override
  public Map<String, String> write(DistributionList list) {
    return EntryForm.texts(
        FIELDS,
        list.address(),
        list.name(),
        list.posting().name().toLowerCase(Locale.ROOT),
        list.members(),
        list.owners(),
        list.moderators());
  }
}
