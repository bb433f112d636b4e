package org.mailroom.start;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.mailroom.hub.Opening;
import org.mailroom.hub.StartRefusedException;
import org.mailroom.hub.StartStep;
import org.mailroom.hub.StartStep.Moment;
import org.mailroom.queue.QueueScan;

/** The order in which the hub starts. Consumers and listeners wait for its end. */
@Singleton
public class StartOrder {

  private final Opening opening;
  private final Iterable<StartStep> steps;
  private final Runnable scan;

  /** The hub's steps are all beans of that type. */
  @Inject
  public StartOrder(Opening opening, @Any Instance<StartStep> steps, QueueScan scan) {
    this(opening, steps, scan::fill);
  }

  StartOrder(Opening opening, Iterable<StartStep> steps, Runnable scan) {
    this.opening = opening;
    this.steps = steps;
    this.scan = scan;
  }

  /**
   * Lets mail move at last.
   *
   * @throws IllegalStateException when it must not, in the words of the step that refused it
   */
  void start() {
    try {
      run(Moment.BEFORE_SCAN);
      scan.run();
      run(Moment.AFTER_SCAN);
    } catch (StartRefusedException | RuntimeException e) {
      opening.refuse(e.getMessage());
      throw new IllegalStateException(e.getMessage(), e);
    }
    opening.open();
  }

  private void run(Moment moment) throws StartRefusedException {
    for (StartStep step : steps) {
      if (step.moment() == moment) {
        step.run();
      }
    }
  }
}
