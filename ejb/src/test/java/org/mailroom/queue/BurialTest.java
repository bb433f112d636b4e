package org.mailroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Spool;

/** Mails of whose content the broker has lost a part. */
class BurialTest {

  @TempDir Path folder;

  private final QueueIndex index = new QueueIndex();
  private final List<String> buried = new ArrayList<>();
  private final QueuedMail mail = QueuedMails.received(1);
  private boolean queueIsBroken;

  @Test
  void goToTheDeadQueueWithWhatIsLeft() throws QueueException {
    QueuedMails.put(index, mail, QueueState.READY);
    bury(mail);
    assertThat(buried).containsExactly("The broker gave 0 of 4096 octets: 0");
    assertThat(index.find(mail.key())).as("the dead message is no part").isEmpty();
  }

  @Test
  void stayWhenTheDeadQueueTakesNothing() {
    queueIsBroken = true;
    QueuedMails.put(index, mail, QueueState.HELD);
    assertThatThrownBy(() -> bury(mail)).isInstanceOf(QueueException.class);
    assertThat(index.find(mail.key()).map(QueueEntry::state)).contains(QueueState.HELD);
  }

  @Test
  void areDroppedWhenTheQueueHasANewerGeneration() throws QueueException {
    QueuedMails.put(index, mail.again(), QueueState.READY);
    bury(mail);
    assertThat(buried).isEmpty();
    assertThat(index.find(mail.key()).map(QueueEntry::generation)).contains(1);
  }

  private void bury(QueuedMail cut) throws QueueException {
    MailQueue queue =
        new MailQueue(Clock.systemUTC(), index, () -> true) {
          @Override
          public void bury(Message unreadable, Optional<MessageContent> content, String why)
              throws QueueException {
            if (queueIsBroken) {
              throw new QueueException("The broker is gone");
            }
            buried.add(why + ": " + content.orElseThrow().size());
          }
        };
    new Burial(new QueueRecord(new Spool(folder, 1024)), queue, index)
        .bury(null, QueuedMails.cut(cut), QueueState.HELD);
  }
}
