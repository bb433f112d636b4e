package org.mailroom.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Message;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.broker.Broker;
import org.mailroom.broker.QueueName;
import org.mailroom.delivery.LocalParts;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Spool;
import org.mailroom.queue.Burial;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.PartChange;
import org.mailroom.queue.Publication;
import org.mailroom.queue.Publication.Entry;
import org.mailroom.queue.Publication.State;
import org.mailroom.queue.QueueChanges;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueRecord;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.QueuedMails;
import org.mailroom.queue.UnreadableMailException;

/** Mails that an operation takes from the held queue, a few at a time. */
class TakenPartsTest {

  @TempDir Path folder;

  private final QueueIndex index = new QueueIndex();
  private final QueueChanges changes = new QueueChanges();
  private final List<List<Publication>> published = new ArrayList<>();
  private final Queue<QueuedMail> messages = new ArrayDeque<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final Release release = new Release();
  private final List<Long> buried = new ArrayList<>();
  private boolean queueIsBroken;
  private boolean isCut;

  @Test
  void areChangedInOnePublicationAndAcknowledgedThen() throws Exception {
    try (TakenParts parts = parts()) {
      take(parts, 1);
      take(parts, 2);
      assertThat(acknowledged).hasValue(0);
      parts.settle();
    }
    assertThat(published).hasSize(1);
    assertThat(statesOf(published.get(0))).containsExactly(State.READY, State.READY);
    assertThat(acknowledged).as("the last one, which acknowledges all").hasValue(1);
    assertThat(release.applied).containsExactly(key(1), key(2));
    assertThat(index.size()).as("published by a queue that tells no index").isZero();
  }

  @Test
  void whatCannotBeChangedStaysAndTheOthersAreChanged() throws Exception {
    release.broken = key(1);
    try (TakenParts parts = parts()) {
      take(parts, 1);
      take(parts, 2);
      parts.settle();
    }
    assertThat(statesOf(published.get(0))).containsExactly(State.HELD, State.READY);
    assertThat(release.applied).containsExactly(key(2));
  }

  @Test
  void whatIsLeftFromACrashIsOnlyAcknowledged() throws Exception {
    QueuedMails.put(index, QueuedMails.received(1).again(), QueueState.HELD);
    try (TakenParts parts = parts()) {
      parts.add(message(QueuedMails.received(1)));
      parts.settle();
    }
    assertThat(published).containsExactly(List.of());
    assertThat(acknowledged).hasValue(1);
    assertThat(index.count(QueueState.HELD)).isEqualTo(1);
  }

  @Test
  void whatTheBrokerHasLostAPartOfIsBuriedAndTheOthersAreChanged() throws Exception {
    QueuedMails.put(index, QueuedMails.received(1), QueueState.HELD);
    changes.want(key(1), release);
    try (TakenParts parts = parts()) {
      isCut = true;
      parts.add(message(QueuedMails.received(1)));
      isCut = false;
      take(parts, 2);
      parts.settle();
    }
    assertThat(buried).containsExactly(0L);
    assertThat(index.find(key(1))).isEmpty();
    assertThat(release.late).containsExactly(key(1));
    assertThat(release.applied).containsExactly(key(2));
    assertThat(acknowledged).hasValue(1);
  }

  @Test
  void goBackAndAreWantedStillWhenTheQueueTakesNothing() {
    queueIsBroken = true;
    assertThatThrownBy(
            () -> {
              try (TakenParts parts = parts()) {
                take(parts, 1);
                parts.settle();
              }
            })
        .isInstanceOf(QueueException.class);
    assertThat(acknowledged).hasValue(0);
    assertThat(index.count(QueueState.HELD)).isEqualTo(1);
    assertThat(changes.take(key(1))).contains(release);
    assertThat(release.applied).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"RELAY, READY", "DELIVERY, DELIVERY", "HELD, HELD", "DEAD, DEAD"})
  void goBackToWhereTheyStood(QueueName name, QueueState stood) {
    queueIsBroken = true;
    assertThatThrownBy(
            () -> {
              try (TakenParts parts = parts(name)) {
                take(parts, 1);
                parts.settle();
              }
            })
        .isInstanceOf(QueueException.class);
    assertThat(index.count(stood)).isEqualTo(1);
  }

  @Test
  void mailForMailboxesThatCannotBeChangedIsReadyForThem() throws Exception {
    QueuedMail some = QueuedMails.received(1);
    QueuedMail mail =
        some.split(
            1, some.envelope().reversePath(), some.envelope().recipients(), LocalParts.RECIPIENTS);
    try (TakenParts parts = parts(QueueName.DELIVERY)) {
      parts.add(message(mail));
      parts.settle();
    }
    assertThat(statesOf(published.get(0))).containsExactly(State.DELIVERY);
  }

  @Test
  void areNotTooManyAtOnce() throws Exception {
    try (TakenParts parts = parts()) {
      for (int i = 1; i <= 32; i++) {
        assertThat(parts.isFull()).isFalse();
        take(parts, i);
      }
      assertThat(parts.isFull()).isTrue();
    }
  }

  private TakenParts parts() {
    return parts(QueueName.HELD);
  }

  private TakenParts parts(QueueName name) {
    Spool spool = new Spool(folder, 1024);
    QueueRecord records = new Records(spool);
    MailQueue queue = new RememberingQueue();
    PartTaker.Tools tools =
        new PartTaker.Tools(
            null, records, index, changes, queue, new Burial(records, queue, index));
    return new TakenParts(tools, name);
  }

  private void take(TakenParts parts, int number) throws QueueException {
    QueuedMail mail = QueuedMails.received(number);
    QueuedMails.put(index, mail, QueueState.HELD);
    changes.want(mail.key(), release);
    parts.add(message(mail));
  }

  private Message message(QueuedMail mail) {
    messages.add(mail);
    return (Message)
        Proxy.newProxyInstance(
            Message.class.getClassLoader(),
            new Class<?>[] {Message.class},
            (self, method, arguments) ->
                method.getName().equals("acknowledge") && acknowledged.incrementAndGet() < 0
                    ? self
                    : null);
  }

  private static String key(int number) {
    return QueuedMails.received(number).key();
  }

  private static List<State> statesOf(List<Publication> publications) {
    return publications.stream()
        .flatMap(each -> each.entries().stream())
        .map(Entry::state)
        .toList();
  }

  private static final class Release implements PartChange {
    private final List<String> applied = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private String broken = "";

    @Override
    public Publication apply(QueuedMail mail) throws QueueException {
      if (mail.key().equals(broken)) {
        throw new QueueException("It can't be released");
      }
      return new Publication().ready(mail.due());
    }

    @Override
    public void applied(QueuedMail mail) {
      applied.add(mail.key());
    }

    @Override
    public void tooLate(String key) {
      late.add(key);
    }
  }

  private final class Records extends QueueRecord {
    Records(Spool spool) {
      super(spool);
    }

    @Override
    public QueuedMail read(Message message) throws UnreadableMailException {
      QueuedMail mail = Optional.ofNullable(messages.poll()).orElseThrow();
      if (isCut) {
        throw QueuedMails.cut(mail);
      }
      return mail;
    }
  }

  private final class RememberingQueue extends MailQueue {
    RememberingQueue() {
      super(Clock.systemUTC(), index, new Broker());
    }

    @Override
    public void publish(List<Publication> publications) throws QueueException {
      if (queueIsBroken) {
        throw new QueueException("The broker is gone");
      }
      published.add(publications);
    }

    @Override
    public void bury(Message unreadable, Optional<MessageContent> content, String why) {
      buried.add(content.orElseThrow().size());
    }
  }
}
