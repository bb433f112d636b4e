package org.mailroom.guard;

import java.util.List;
import java.util.Optional;
import org.mailroom.guard.Shortage.Kind;
import org.mailroom.smtp.SmtpReply;

/**
 * What follows from the shortages of a moment.
 *
 * @param shortages the most urgent first
 * @param connection what a new connection is refused with
 * @param mail what the mail of anybody is refused with
 * @param strangersMail what the mail of a client is refused with that is not trusted
 */
record IntakeState(
    List<Shortage> shortages,
    Optional<SmtpReply> connection,
    Optional<SmtpReply> mail,
    Optional<SmtpReply> strangersMail) {

  private static final SmtpReply NO_QUEUE =
      SmtpReply.of(421, "4.3.2", "Out of order, try again later");
  private static final SmtpReply NO_ROOM =
      SmtpReply.of(452, "4.3.1", "Insufficient system storage, try again later");
  private static final SmtpReply QUEUE_FULL =
      SmtpReply.of(452, "4.3.1", "The queue is full, try again later");
  private static final SmtpReply NO_MEMORY =
      SmtpReply.of(421, "4.3.2", "Short of memory, try again later");

  private static final SmtpReply PAUSED =
      SmtpReply.of(421, "4.3.2", "Not accepting mail at the moment, try again later");
  private static final SmtpReply PAUSED_MAIL =
      SmtpReply.of(452, "4.3.2", "Not accepting mail at the moment, try again later");

  static final IntakeState OPEN = of(List.of());

  static IntakeState of(List<Shortage> shortages) {
    Optional<SmtpReply> connection = Optional.empty();
    Optional<SmtpReply> mail = Optional.empty();
    Optional<SmtpReply> strangersMail = Optional.empty();
    for (Shortage shortage : shortages) {
      switch (shortage.kind()) {
        case BROKER_STOPPED -> {
          connection = Optional.of(NO_QUEUE);
          mail = Optional.of(NO_QUEUE);
        }
        case DISK_EXHAUSTED, DISK_FULL -> mail = mail.or(() -> Optional.of(NO_ROOM));
        case DISK_LOW -> strangersMail = Optional.of(NO_ROOM);
        case MEMORY_SHORT -> connection = connection.or(() -> Optional.of(NO_MEMORY));
        case INTAKE_PAUSED -> {
          connection = connection.or(() -> Optional.of(PAUSED));
          mail = mail.or(() -> Optional.of(PAUSED_MAIL));
        }
        case QUEUE_FULL -> mail = mail.or(() -> Optional.of(QUEUE_FULL));
      }
    }
    return new IntakeState(
        List.copyOf(shortages), connection, mail, mail.isPresent() ? mail : strangersMail);
  }

  boolean has(Kind kind) {
    return shortages.stream().anyMatch(shortage -> shortage.kind() == kind);
  }
}
