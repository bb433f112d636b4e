package org.mailroom.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.mailroom.imap.FetchTexts;

/** What FETCH says of a content, written when it was filed. */
@Entity
@Table(name = "content_text")
class ContentText {

  @Id
  @Column(name = "content_id")
  private long contentId;

  @Column(name = "size")
  private long size;

  @Column(name = "envelope")
  private byte[] envelope;

  @Column(name = "body_structure")
  private byte[] bodyStructure;

  /** For the database. */
  protected ContentText() {}

  ContentText(MessageContent content, FetchTexts texts) {
    this.contentId = content.id();
    this.size = content.size();
    this.envelope = texts.envelope();
    this.bodyStructure = texts.bodyStructure();
  }
}
