package org.mailroom.status;

import java.time.temporal.ChronoUnit;
import org.mailroom.guard.Shortage;

/**
 * Something that needs a person.
 *
 * @param kind what it is; the console says it in the reader's language
 * @param detail what it is about: a queue, a listener and its reason, a number, since when
 */
public record Warning(Kind kind, String detail) {

  /** What there is to warn of. */
  public enum Kind {
    BROKER_STOPPED("The broker has stopped, no mail is taken and the hub ends: "),
    JOURNAL_DAMAGED("The journal is damaged: "),
    BROKER_UNAVAILABLE("The queue can't be read: "),
    LISTENER_CLOSED("A listener is not open: "),
    DISK_EXHAUSTED("The disk is nearly full, no mail is taken and none relayed: "),
    DISK_FULL("The disk is full, no mail is taken: "),
    DISK_LOW("The disk is getting full, only trusted clients' mail is taken: "),
    MEMORY_SHORT("Memory is short, new connections are refused: "),
    QUEUE_FULL("The queue is full, no mail is taken: "),
    INTAKE_PAUSED("Intake is paused, no mail is taken: "),
    CERTIFICATE_KEPT("The certificate stays what it was, the new files can't be used: "),
    CERTIFICATE_ENDS("The certificate ends soon, or has: "),
    DATABASE_DOWN("The database doesn't answer, mail for mailboxes waits: "),
    TRACES_MISSING("The traces of mails are not complete, and the mail log is: "),
    DEAD_MAIL("Mails that the hub failed on again and again: ");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /** Something that there is too little of. */
  static Warning of(Shortage shortage) {
    Kind kind =
        switch (shortage.kind()) {
          case BROKER_STOPPED -> Kind.BROKER_STOPPED;
          case DISK_EXHAUSTED -> Kind.DISK_EXHAUSTED;
          case DISK_FULL -> Kind.DISK_FULL;
          case DISK_LOW -> Kind.DISK_LOW;
          case MEMORY_SHORT -> Kind.MEMORY_SHORT;
          case QUEUE_FULL -> Kind.QUEUE_FULL;
          case INTAKE_PAUSED -> Kind.INTAKE_PAUSED;
        };
    return new Warning(
        kind, shortage.detail() + ", since " + shortage.since().truncatedTo(ChronoUnit.SECONDS));
  }

  /** In English, on one line. */
  @Override
  public String toString() {
    return kind.text + detail;
  }
}
