package org.mailroom.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.mailroom.mail.QueueId;
import org.mailroom.mime.MimeStructure;
import org.mailroom.mime.StructureText;

/** The octets of a message as they were received, which any number of stored messages share. */
@Entity
@Table(name = "message_content")
public class MessageContent {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "queue_id")
  private String queueId;

  private long size;
  private String structure;

  /** For the database. */
  protected MessageContent() {}

  MessageContent(Optional<QueueId> queueId, long size, ContentSummary summary) {
    this.queueId = queueId.map(QueueId::text).orElse(null);
    this.size = size;
    this.structure = summary.structure().toString();
  }

  /** Counts up. */
  public long id() {
    return id;
  }

  /** Octets. */
  public long size() {
    return size;
  }

  /** Envelope and body structure, read when it was filed; offsets count from its first octet. */
  public MimeStructure structure() {
    return StructureText.kept(structure).parse();
  }

  String queueId() {
    return queueId;
  }
}
