package org.mailroom.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.hub.StoppedClock;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.QueuedMails;

class HoldEndsTest {

  private static final Duration HELD = Duration.ofMinutes(1);
  private static final Instant END = StoppedClock.START.plus(HELD);

  private final StoppedClock clock = new StoppedClock();
  private final QueueIndex index = new QueueIndex();
  private final List<OperationRequest> requests = new ArrayList<>();
  private final List<Job> jobs = new ArrayList<>();
  private final List<List<QueueEntry>> parts = new ArrayList<>();
  private final HoldEnds ends = new HoldEnds(index, this::start, clock);

  @Test
  void nothingIsReleasedBeforeItsEnd() throws OperationException {
    hold(1);
    clock.pass(HELD.minusMillis(1));
    ends.look();
    assertThat(jobs).isEmpty();
  }

  @Test
  void oneJobAtATimeReleasesARoundAndSaysWhoAndWhy() throws OperationException {
    IntStream.rangeClosed(1, 5000).forEach(this::hold);
    clock.pass(HELD);
    ends.look();
    ends.look();
    assertThat(jobs).hasSize(1);
    assertThat(parts.get(0)).hasSize(Round.MOST);
    OperationRequest request = requests.get(0);
    assertThat(request.operation()).isEqualTo(Operation.RELEASE);
    assertThat(request.actor()).isEqualTo("hub");
    assertThat(request.reason()).contains("time is over");
  }

  @Test
  void theFilterOfTheJobMeansWhatItReleases() throws OperationException {
    hold(1);
    clock.pass(HELD.plusMillis(1));
    ends.look();
    QueueEntry due = parts.get(0).get(0);
    assertThat(requests.get(0).filter().matches(due, clock.instant())).isTrue();
    assertThat(requests.get(0).filter().matches(due, END.minusSeconds(9))).isFalse();
  }

  @Test
  void whatAJobDidNotReachIsReleasedByTheNextOne() throws OperationException {
    hold(1);
    clock.pass(HELD);
    ends.look();
    jobs.get(0).tally().done();
    jobs.get(0).end(clock.instant());
    ends.look();
    assertThat(jobs).hasSize(2);
  }

  @Test
  void aJobThatReleasedNothingIsRepeatedAfterAWhile() throws OperationException {
    hold(1);
    clock.pass(HELD);
    ends.look();
    jobs.get(0).end(clock.instant());
    ends.look();
    assertThat(jobs).hasSize(1);
    clock.pass(Duration.ofMinutes(5));
    ends.look();
    assertThat(jobs).hasSize(2);
  }

  private void hold(int number) {
    QueuedMail held = QueuedMails.received(number).heldUntil(Optional.of(END));
    QueuedMails.put(index, held, QueueState.HELD);
  }

  private Job start(OperationRequest request, List<QueueEntry> due) {
    Job job =
        new Job(String.valueOf(jobs.size()), JobTask.of(request), due.size(), clock.instant());
    requests.add(request);
    jobs.add(job);
    parts.add(due);
    return job;
  }
}
