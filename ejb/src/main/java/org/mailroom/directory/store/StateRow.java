package org.mailroom.directory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Base64;
import org.mailroom.srs.SrsKey;

/**
 * How often the directory was changed, its secret, and whose it is. There is one, from the first
 * start on.
 */
@Entity
@Table(name = "directory_state")
public class StateRow {

  static final int ONLY = 1;

  @Id private int id;
  private long revision;

  @Column(name = "srs_key")
  private String srsKey;

  private String organisation;

  /** For the database. */
  protected StateRow() {}

  StateRow(byte[] srsKey) {
    this.id = ONLY;
    this.srsKey = Base64.getEncoder().encodeToString(srsKey);
    this.organisation = "";
  }

  long revision() {
    return revision;
  }

  void advance() {
    revision++;
  }

  String organisation() {
    return organisation;
  }

  void belongTo(String newOrganisation) {
    organisation = newOrganisation;
  }

  SrsKey srsKey() {
    return new SrsKey(Base64.getDecoder().decode(srsKey));
  }
}
