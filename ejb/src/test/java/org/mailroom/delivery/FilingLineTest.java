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
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;
import org.mailroom.store.FilingResult;
import org.mailroom.store.MailStore;
import org.mailroom.store.MailToFile;

class FilingLineTest {

  private static final String POISON = "poison";

  private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final FilingLine line = new FilingLine(new SlowStore());

  @Test
  void whoComesMeanwhileIsFiledTogether() throws Exception {
    List<List<FilingResult>> results = file(5, "ann");
    assertThat(results).allMatch(List.of(FilingResult.FILED)::equals).hasSize(6);
    assertThat(batches).containsExactly(1, 5);
  }

  @Test
  void aBatchThatFailsIsFiledOneByOne() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<FilingResult>> opener = threads.submit(() -> line.file(List.of(mail("ann"))));
      first.await();
      Future<List<FilingResult>> bad = threads.submit(() -> line.file(List.of(mail(POISON))));
      Future<List<FilingResult>> good = threads.submit(() -> line.file(List.of(mail("bob"))));
      Awaitility.await().until(() -> line.length() == 2);
      goOn.countDown();
      assertThat(opener.get()).containsExactly(FilingResult.FILED);
      assertThat(good.get()).containsExactly(FilingResult.FILED);
      assertThatThrownBy(bad::get).hasRootCauseMessage(POISON);
    }
    assertThat(batches).containsExactly(1, 2, 1, 1);
  }

  private List<List<FilingResult>> file(int followers, String who) throws Exception {
    List<List<FilingResult>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<FilingResult>>> all = new ArrayList<>();
      all.add(threads.submit(() -> line.file(List.of(mail(who)))));
      first.await();
      for (int i = 0; i < followers; i++) {
        all.add(threads.submit(() -> line.file(List.of(mail(who)))));
      }
      Awaitility.await().until(() -> line.length() == followers);
      goOn.countDown();
      for (Future<List<FilingResult>> one : all) {
        results.add(one.get());
      }
    }
    return results;
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
      super(null, null, Clock.systemUTC());
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
      return Collections.nCopies(mails.size(), FilingResult.FILED);
    }
  }
}
