package org.mailroom.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A piece of a content. */
@Entity
@IdClass(ContentChunk.Key.class)
@Table(name = "content_chunk")
class ContentChunk {

  /** Octets of every chunk but the last. */
  static final int SIZE = 256 * 1024;

  /** Counted from 0. */
  record Key(long contentId, int number) implements Serializable {}

  @Id
  @Column(name = "content_id")
  private long contentId;

  @Id private int number;
  private byte[] octets;

  /** For the database. */
  protected ContentChunk() {}

  ContentChunk(long contentId, int number, byte[] octets) {
    this.contentId = contentId;
    this.number = number;
    this.octets = octets;
  }

  byte[] octets() {
    return octets;
  }
}
