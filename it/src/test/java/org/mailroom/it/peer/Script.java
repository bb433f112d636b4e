package org.mailroom.it.peer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a next hop does other than usual: rules, of which the first that fits and isn't used up
 * counts. May be changed while the next hop runs.
 */
public final class Script {

  /** One rule. */
  private record Rule(Stage stage, String argument, Action action, AtomicInteger left) {
    boolean fits(Stage at, String given) {
      return stage == at && given.contains(argument);
    }

    boolean use() {
      return left.getAndUpdate(n -> n > 0 ? n - 1 : n) > 0;
    }
  }

  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  /** At this stage, always. */
  public Script at(Stage stage, Action action) {
    return at(stage, "", action, Integer.MAX_VALUE);
  }

  /** At this stage, the next time only. */
  public Script once(Stage stage, Action action) {
    return at(stage, "", action, 1);
  }

  /**
   * At this stage, when the command line contains {@code argument}.
   *
   * @param times how often at most
   */
  public Script at(Stage stage, String argument, Action action, int times) {
    rules.add(new Rule(stage, argument, action, new AtomicInteger(times)));
    return this;
  }

  /** Forgets all rules. */
  public void clear() {
    rules.clear();
  }

  Optional<Action> actionAt(Stage stage, String argument) {
    return rules.stream()
        .filter(rule -> rule.fits(stage, argument))
        .filter(Rule::use)
        .findFirst()
        .map(Rule::action);
  }
}
