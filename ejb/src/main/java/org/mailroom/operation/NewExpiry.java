package org.mailroom.operation;

import java.time.Duration;
import java.time.Instant;
import org.mailroom.settings.Durations;

/**
 * When a mail is to be given up: {@code 4h} from now, {@code age:5d} from its reception, or an
 * instant such as {@code 2026-12-24T18:00:00Z}.
 */
public final class NewExpiry {

  private static final String AGE = "age:";

  private interface Rule {
    Instant of(Instant firstQueued);
  }

  private final Rule rule;

  private NewExpiry(Rule rule) {
    this.rule = rule;
  }

  /**
   * Reads one of the forms.
   *
   * @throws OperationException when it is none of them
   */
  public static NewExpiry parse(String text, Instant now) throws OperationException {
    try {
      if (text.startsWith(AGE)) {
        Duration age = Moments.bounded(Durations.parse(text.substring(AGE.length())));
        return new NewExpiry(firstQueued -> firstQueued.plus(age));
      }
      Instant fixed = Moments.parse(text, now);
      return new NewExpiry(firstQueued -> fixed);
    } catch (IllegalArgumentException e) {
      throw new OperationException(OperationReason.EXPIRY_FORM.about());
    }
  }

  Instant of(Instant firstQueued) {
    return rule.of(firstQueued);
  }
}
