package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mailroom.database.DatabaseException;
import org.mailroom.database.TestDatabase;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;
import org.mailroom.store.FilingResult;
import org.mailroom.store.MailStore;
import org.mailroom.store.MailToFile;

class FilingLineTest {

  private static final String POISON = "poison";
  private static final String CUT_OFF = "cut-off";
  private static final String BROKEN = "broken";

  private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final FilingLine line = new FilingLine(new SlowStore());

  @Test
  void whoComesMeanwhileIsFiledTogether() throws Exception {
    List<Future<List<FilingResult>>> filed = file("ann", "ann", "ann", "ann", "ann");
    for (Future<List<FilingResult>> one : filed) {
      assertThat(one.get()).containsExactly(FilingResult.FILED);
    }
    assertThat(batches).containsExactly(1, 5);
  }

  @Test
  void aBatchThatFailsIsFiledOneByOne() throws Exception {
    List<Future<List<FilingResult>>> filed = file(POISON, "bob");
    assertThat(filed.get(0).get()).containsExactly(FilingResult.FILED);
    assertThatThrownBy(filed.get(1)::get).hasRootCauseMessage(POISON);
    assertThat(filed.get(2).get()).containsExactly(FilingResult.FILED);
    assertThat(batches).containsExactly(1, 2, 1, 1);
  }

  @Test
  void aBatchIsNotFiledOneByOneWhenTheDatabaseIsAway() throws Exception {
    List<Future<List<FilingResult>>> filed = file(CUT_OFF, "bob");
    assertThat(filed.get(0).get()).containsExactly(FilingResult.FILED);
    assertThatThrownBy(filed.get(1)::get).hasCauseInstanceOf(DatabaseException.class);
    assertThatThrownBy(filed.get(2)::get).hasCauseInstanceOf(DatabaseException.class);
    assertThat(batches).containsExactly(1, 2);
  }

  @Test
  void anErrorKeepsNobodyWaiting() throws Exception {
    List<Future<List<FilingResult>>> filed = file(BROKEN, "bob");
    assertThat(filed.get(0).get()).containsExactly(FilingResult.FILED);
    assertThatThrownBy(filed.get(1)::get).hasRootCauseInstanceOf(StackOverflowError.class);
    assertThatThrownBy(filed.get(2)::get).hasRootCauseInstanceOf(IllegalStateException.class);
    assertThat(line.file(List.of(mail("carl")))).containsExactly(FilingResult.FILED);
  }

  @Test
  void everyMailOfManyConsumersIsFiledOnce() throws Exception {
    goOn.countDown();
    List<Future<Integer>> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 32; i++) {
        done.add(
            threads.submit(
                () -> {
                  int filed = 0;
                  for (int n = 0; n < 500; n++) {
                    filed += line.file(List.of(mail("ann"))).size();
                  }
                  return filed;
                }));
      }
    }
    for (Future<Integer> one : done) {
      assertThat(one.get()).isEqualTo(500);
    }
    assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(32 * 500);
    assertThat(line.length()).isZero();
  }

  /** Somebody's mail, and those of others who come meanwhile. */
  private List<Future<List<FilingResult>>> file(String... followers) throws Exception {
    List<Future<List<FilingResult>>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all.add(threads.submit(() -> line.file(List.of(mail("opener")))));
      first.await();
      for (String who : followers) {
        all.add(threads.submit(() -> line.file(List.of(mail(who)))));
      }
      Awaitility.await().until(() -> line.length() == followers.length);
      goOn.countDown();
    }
    return all;
  }

  private static MailToFile mail(String who) {
    ForwardPath to = ForwardPath.parse(who + "@corp.test");
    return new MailToFile(
        QueueId.of("01HZY8Q2K3M4N"),
        "1",
        ReversePath.NULL,
        to,
        1,
        to.address(),
        Optional.empty(),
        0,
        0,
        new InMemoryContent("x".getBytes(StandardCharsets.US_ASCII)));
  }

  /** Its first batch takes until the others stand in the line. */
  private final class SlowStore extends MailStore {

    SlowStore() {
      super(null, null, null, Clock.systemUTC());
    }

    @Override
    public List<FilingResult> file(List<MailToFile> mails) throws IOException {
      batches.add(mails.size());
      first.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      if (mails.stream().anyMatch(mail -> mail.address().localPart().equals(POISON))) {
        throw new IOException(POISON);
      }
      if (mails.stream().anyMatch(mail -> mail.address().localPart().equals(BROKEN))) {
        throw new StackOverflowError();
      }
      if (mails.stream().anyMatch(mail -> mail.address().localPart().equals(CUT_OFF))) {
        throw TestDatabase.cutOff();
      }
      return Collections.nCopies(mails.size(), FilingResult.FILED);
    }
  }
}
