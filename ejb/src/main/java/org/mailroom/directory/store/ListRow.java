package org.mailroom.directory.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.directory.DistributionList;
import org.mailroom.mail.Address;

/** A distribution list as the database keeps it. */
@Entity
@Table(name = "directory_list")
public class ListRow implements Row<DistributionList> {

  @Id
  @Column(name = "address_key")
  private String key;

  private String address;
  private String name;
  private String posting;

  @ElementCollection
  @CollectionTable(name = "directory_list_member", joinColumns = @JoinColumn(name = "address_key"))
  @OrderColumn(name = "place")
  @Column(name = "address")
  private List<String> members = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "directory_list_owner", joinColumns = @JoinColumn(name = "address_key"))
  @OrderColumn(name = "place")
  @Column(name = "address")
  private List<String> owners = new ArrayList<>();

  @ElementCollection
  @CollectionTable(
      name = "directory_list_moderator",
      joinColumns = @JoinColumn(name = "address_key"))
  @OrderColumn(name = "place")
  @Column(name = "address")
  private List<String> moderators = new ArrayList<>();

  /** For the database. */
  protected ListRow() {}

  @Override
  public String key() {
    return key;
  }

  @Override
  public void take(DistributionList list) {
    key = list.key();
    address = list.address().toString();
    name = list.name();
    posting = Columns.key(list.posting());
    Columns.replace(members, Columns.texts(list.members()));
    Columns.replace(owners, Columns.texts(list.owners()));
    Columns.replace(moderators, Columns.texts(list.moderators()));
  }

  @Override
  public DistributionList value() {
    return new DistributionList(
        Address.parse(address),
        name,
        Columns.value(DistributionList.Posting.class, posting),
        Columns.addresses(members),
        Columns.addresses(owners),
        Columns.addresses(moderators));
  }
}
