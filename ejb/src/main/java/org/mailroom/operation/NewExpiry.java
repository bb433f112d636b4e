package org.mailroom.operation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.mailroom.settings.Durations;

/**
 * When a mail is to be given up: {@code 4h} from now, {@code age:5d} from its reception, or an
 * instant such as {@code 2026-12-24T18:00:00Z}.
 */
public final class NewExpiry {

  private static final String AGE = "age:";

  /** Ten years: beyond it is a mistake. */
  private static final Duration LONGEST = Duration.ofDays(3650);

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
        Duration age = bounded(Durations.parse(text.substring(AGE.length())));
        return new NewExpiry(firstQueued -> firstQueued.plus(age));
      }
      if (text.indexOf('T') > 0) {
        Instant fixed = OffsetDateTime.parse(text).toInstant();
        bounded(Duration.between(now, fixed));
        return new NewExpiry(firstQueued -> fixed);
      }
      Instant fixed = now.plus(bounded(Durations.parse(text)));
      return new NewExpiry(firstQueued -> fixed);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new OperationException(OperationReason.EXPIRY_FORM.about());
    }
  }

  private static Duration bounded(Duration duration) {
    if (duration.abs().compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("Too long");
    }
    return duration;
  }

  Instant of(Instant firstQueued) {
    return rule.of(firstQueued);
  }
}
