package org.mailroom.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.hub.Opening;
import org.mailroom.hub.StartRefusedException;
import org.mailroom.hub.StartStep;
import org.mailroom.hub.StartStep.Moment;

class StartOrderTest {

  private final Opening opening = new Opening();
  private final List<String> done = new ArrayList<>();
  private final List<StartStep> steps = new ArrayList<>();
  private final StartOrder order = new StartOrder(opening, steps, () -> note("scan"));

  @Test
  void checksComeBeforeTheScanAndWhatNeedsTheIndexAfterIt() throws InterruptedException {
    steps.add(step(Moment.AFTER_SCAN, "pauses"));
    steps.add(step(Moment.BEFORE_SCAN, "settings"));
    order.start();
    assertThat(done).containsExactly("settings", "scan", "pauses");
    assertThat(opening.isOpen()).isTrue();
    opening.await();
  }

  @Test
  void aStepThatRefusesKeepsEverythingClosed() {
    steps.add(
        new StartStep() {
          @Override
          public Moment moment() {
            return Moment.BEFORE_SCAN;
          }

          @Override
          public void run() throws StartRefusedException {
            throw new StartRefusedException("mailroom.dead has no queue");
          }
        });
    assertThatThrownBy(order::start).hasMessage("mailroom.dead has no queue");
    assertThat(done).isEmpty();
    assertThat(opening.isOpen()).isFalse();
    assertThat(opening.refusal()).contains("mailroom.dead has no queue");
    assertThatThrownBy(opening::await).hasMessageContaining("mailroom.dead has no queue");
  }

  private void note(String what) {
    assertThat(opening.isOpen()).isFalse();
    done.add(what);
  }

  private StartStep step(Moment moment, String name) {
    return new StartStep() {
      @Override
      public Moment moment() {
        return moment;
      }

      @Override
      public void run() {
        note(name);
      }
    };
  }
}
