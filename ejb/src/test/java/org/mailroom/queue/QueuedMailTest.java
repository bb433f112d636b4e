package org.mailroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.queue.QueuedMails.received;

import org.junit.jupiter.api.Test;

/** Under which ids the broker takes a mail. */
class QueuedMailTest {

  @Test
  void aDsnIsTakenOnceHoweverOftenItIsComposed() {
    String about = received(1).publicationId();
    assertThat(received(2).tellingOf(about).duplicateId())
        .isEqualTo(received(3).tellingOf(about).duplicateId());
  }

  @Test
  void aPartOfADsnIsNotTakenForTheDsn() {
    QueuedMail dsn = received(2).tellingOf(received(1).publicationId());
    QueuedMail part =
        dsn.split(1, dsn.envelope().reversePath(), dsn.envelope().recipients(), "elsewhere.test");
    assertThat(part.duplicateId()).isNotEqualTo(dsn.duplicateId());
  }
}
