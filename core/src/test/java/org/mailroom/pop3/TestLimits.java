package org.mailroom.pop3;

import java.time.Duration;

/** Limits small enough to be reached by a test. */
final class TestLimits {

  static final Pop3Limits SMALL =
      new Pop3Limits(
          64,
          128,
          Duration.ofSeconds(180),
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          Duration.ofSeconds(60),
          3,
          7,
          2,
          4,
          2,
          100);

  /** The defaults, but for more errors before a login. */
  static final Pop3Limits PATIENT =
      new Pop3Limits(
          255,
          12_288,
          Duration.ofSeconds(180),
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          Duration.ofSeconds(60),
          20,
          20,
          3,
          4,
          2,
          100);

  private TestLimits() {}
}
