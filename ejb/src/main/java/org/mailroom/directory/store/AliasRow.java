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
import org.mailroom.directory.Alias;
import org.mailroom.mail.Address;

/** An alias as the database keeps it. */
@Entity
@Table(name = "directory_alias")
public class AliasRow implements Row<Alias> {

  @Id
  @Column(name = "address_key")
  private String key;

  private String address;

  @ElementCollection
  @CollectionTable(name = "directory_alias_target", joinColumns = @JoinColumn(name = "address_key"))
  @OrderColumn(name = "place")
  @Column(name = "address")
  private List<String> targets = new ArrayList<>();

  /** For the database. */
  protected AliasRow() {}

  @Override
  public String key() {
    return key;
  }

  @Override
  public void take(Alias alias) {
    key = alias.key();
    address = alias.address().toString();
    Columns.replace(targets, Columns.texts(alias.targets()));
  }

  @Override
  public Alias value() {
    return new Alias(Address.parse(address), Columns.addresses(targets));
  }
}
