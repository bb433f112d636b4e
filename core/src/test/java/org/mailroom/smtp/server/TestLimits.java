package org.mailroom.smtp.server;

import java.time.Duration;

/** Limits small enough to be reached by a test. */
final class TestLimits {

  /** Everything small. */
  static final SmtpServerLimits SMALL =
      new SmtpServerLimits(
          1000,
          3,
          2,
          64,
          100,
          400,
          200,
          8,
          5,
          2,
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          500,
          4,
          2,
          100,
          1,
          2,
          3,
          5,
          Duration.ofSeconds(1),
          4,
          2,
          Duration.ofSeconds(5));

  private TestLimits() {}
}
