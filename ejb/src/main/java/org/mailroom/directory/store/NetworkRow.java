package org.mailroom.directory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.mailroom.directory.TrustedNetwork;
import org.mailroom.settings.Network;

/** A trusted network as the database keeps it. */
@Entity
@Table(name = "directory_network")
public class NetworkRow implements Row<TrustedNetwork> {

  @Id
  @Column(name = "network")
  private String key;

  @Column(name = "remark")
  private String comment;

  private boolean repair;

  /** For the database. */
  protected NetworkRow() {}

  @Override
  public String key() {
    return key;
  }

  @Override
  public void take(TrustedNetwork trusted) {
    key = trusted.key();
    comment = trusted.comment();
    repair = trusted.repair();
  }

  @Override
  public TrustedNetwork value() {
    return new TrustedNetwork(Network.parse(key), comment, repair);
  }
}
