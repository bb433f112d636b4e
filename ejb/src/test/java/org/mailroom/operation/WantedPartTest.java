package org.mailroom.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.QueuedMails;

class WantedPartTest {

  private static final QueuedMail MAIL = QueuedMails.received(1);

  private final Tally tally = new Tally();

  private WantedPart wanted(boolean broken) {
    PartOperation operation =
        new PartOperation() {
          @Override
          public Optional<String> skips(QueueEntry part) {
            return Optional.empty();
          }

          @Override
          public Publication make(QueuedMail mail, QueueState stood) throws QueueException {
            if (broken) {
              throw new QueueException("it is broken");
            }
            return new Publication().held(mail.due());
          }
        };
    return new WantedPart(QueueEntry.of(MAIL, QueueState.READY), operation, tally);
  }

  @Test
  void aPartThatIsChangedCountsOnce() throws QueueException {
    WantedPart part = wanted(false);
    assertThat(part.apply(MAIL).entries()).hasSize(1);
    assertThat(part.isSettled()).as("before it is published").isFalse();
    part.applied(MAIL);
    part.applied(MAIL);
    part.tooLate(MAIL.key());
    assertThat(tally.inWords(Operation.HOLD.done())).isEqualTo("1 held");
  }

  @Test
  void aPartThatLeftByItselfIsSkipped() {
    wanted(false).tooLate(MAIL.key());
    assertThat(tally.inWords(Operation.HOLD.done()))
        .isEqualTo("0 held, 1 skipped: already delivered or given up");
  }

  @Test
  void aPartOnWhichTheHubFailsIsSkippedWithTheReason() {
    WantedPart part = wanted(true);
    assertThatThrownBy(() -> part.apply(MAIL)).isInstanceOf(QueueException.class);
    assertThat(tally.inWords(Operation.HOLD.done()))
        .isEqualTo("0 held, 1 skipped: a fault of the hub: it is broken");
  }

  @Test
  void aPartInAnAttemptIsNotWaitedFor() {
    WantedPart part = wanted(false);
    part.leaveToItsAttempt();
    part.applied(MAIL);
    assertThat(tally.inAttemptCount()).isEqualTo(1);
    assertThat(tally.doneCount()).isZero();
  }
}
