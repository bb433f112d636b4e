package org.mailroom.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.mailroom.mailbox.MessageFlags;

/** A message in a mailbox. */
@Entity
@IdClass(StoredMessage.Key.class)
@Table(name = "stored_message")
public class StoredMessage {

  /** Names a message for ever. */
  public record Key(long mailboxId, long uid) implements Serializable {}

  @Id
  @Column(name = "mailbox_id")
  private long mailboxId;

  @Id private long uid;
  private long modseq;
  private int flags;
  private String keywords;

  @Column(name = "internal_date")
  private Instant internalDate;

  private long size;
  private String trace;

  /** Days since 1970; null in messages of older versions. */
  @Column(name = "sent_on")
  private Integer sentOn;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "content_id")
  private MessageContent content;

  /** For the database. */
  protected StoredMessage() {}

  StoredMessage(
      Mailbox mailbox,
      Instant internalDate,
      LocalDate sentOn,
      Trace trace,
      MessageContent content) {
    this(mailbox, mailbox.newModseq(), MessageFlags.NONE, internalDate, sentOn, trace, content);
  }

  StoredMessage(
      Mailbox mailbox,
      long modseq,
      MessageFlags flags,
      Instant internalDate,
      LocalDate sentOn,
      Trace trace,
      MessageContent content) {
    this.mailboxId = mailbox.id();
    this.uid = mailbox.newUid();
    this.modseq = modseq;
    this.flags = flags.system();
    this.keywords = flags.keywordText();
    this.internalDate = internalDate;
    this.sentOn = Math.toIntExact(sentOn.toEpochDay());
    this.trace = trace.text();
    this.size = trace.size() + content.size();
    this.content = content;
  }

  /** The mailbox that it is in. */
  public long mailboxId() {
    return mailboxId;
  }

  /** Its number in the mailbox. */
  public long uid() {
    return uid;
  }

  /** Of its last change. */
  public long modseq() {
    return modseq;
  }

  /** System flags and keywords. */
  public MessageFlags flags() {
    return MessageFlags.of(flags, keywords);
  }

  /** When it was filed. */
  public Instant internalDate() {
    return internalDate;
  }

  /** Octets of trace and content. */
  public long size() {
    return size;
  }

  /** Its own fields in front of the content, lines ended by CRLF. */
  public String trace() {
    return trace;
  }

  /** What follows the trace; read from the database when it is asked for something. */
  public MessageContent content() {
    return content;
  }
}
