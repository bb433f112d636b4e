package org.mailroom.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Optional;
import org.mailroom.mail.QueueId;
import org.mailroom.mime.MimeStructure;
import org.mailroom.mime.StructureText;

/** The octets of a message as they were received, which any number of stored messages share. */
@Entity
@Table(name = "message_content")
public class MessageContent {

  /** Characters of a structure that is read with many others; what is longer is read alone. */
  static final int SMALL_STRUCTURE = 16_384;

  private static final String IDS = "message_content_ids";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = IDS)
  @SequenceGenerator(name = IDS, sequenceName = IDS, allocationSize = 50)
  private long id;

  @Column(name = "queue_id")
  private String queueId;

  private long size;

  @Convert(converter = Utf8Text.class)
  @Column(name = "small_structure")
  private String smallStructure;

  @Column(name = "structure")
  private String longStructure;

  /** For the database. */
  protected MessageContent() {}

  MessageContent(Optional<QueueId> queueId, long size, ContentSummary summary) {
    this.queueId = queueId.map(QueueId::text).orElse(null);
    this.size = size;
    String structure = summary.structure().toString();
    boolean small = structure.length() <= SMALL_STRUCTURE;
    this.smallStructure = small ? structure : null;
    this.longStructure = small ? null : structure;
  }

  /** Counts up, by and large: hubs take ids by fifties. */
  public long id() {
    return id;
  }

  /** Octets. */
  public long size() {
    return size;
  }

  /** Envelope and body structure, read when it was filed; offsets count from its first octet. */
  public MimeStructure structure() {
    return structureText().parse();
  }

  StructureText structureText() {
    return StructureText.kept(smallStructure == null ? longStructure : smallStructure);
  }

  String queueId() {
    return queueId;
  }
}
