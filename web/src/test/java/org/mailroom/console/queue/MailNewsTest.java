package org.mailroom.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueueOverview;

class MailNewsTest {

  @ParameterizedTest
  @CsvSource({
    // nothing has changed; one came; one went, and one came; one of another page went
    "2, deferred, 2, 0",
    "2, deferred, 3, 1",
    "2, ready, 2, 1",
    "2, gone, 2, 1",
    "9, deferred, 8, 0",
  })
  void whatHasComeIntoTheStateIsCounted(long before, String stateOfOne, long now, long news) {
    QueueOverview overview = new QueueOverview(Map.of(QueueState.DEFERRED, now), Optional.empty());
    List<MailLine> mails = List.of(line(stateOfOne), line("deferred"));
    assertThat(of("deferred", before, mails, overview)).isEqualTo(news);
    assertThat(of("", before, mails, overview)).isZero();
  }

  private static long of(String state, long before, List<MailLine> mails, QueueOverview overview) {
    return MailNews.cameIntoState(QueueChoice.read("", state), before, mails, overview);
  }

  private static MailLine line(String state) {
    return new MailLine(state, "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
  }
}
