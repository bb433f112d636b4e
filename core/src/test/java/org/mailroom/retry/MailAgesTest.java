package org.mailroom.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MailAgesTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private Instant wall = START;
  private long nanos;
  private final InstantSource source = () -> wall;
  private final MailAges ages = new MailAges(source.withZone(ZoneOffset.UTC), () -> nanos);

  @Test
  void agesGrowWithTheClock() {
    pass(Duration.ofHours(3));
    assertThat(ages.of(START)).isEqualTo(Duration.ofHours(3));
    assertThat(ages.of(START.minus(Duration.ofDays(2)))).isEqualTo(Duration.ofHours(51));
  }

  @Test
  void aLeapForwardMakesNobodyOlder() {
    pass(Duration.ofMinutes(1));
    wall = wall.plus(Duration.ofDays(30));
    ages.watch();
    pass(Duration.ofMinutes(1));

    assertThat(ages.of(START)).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aMailQueuedAfterTheLeapHasTheAgeOfTheClock() {
    wall = wall.plus(Duration.ofDays(30));
    ages.watch();
    Instant queued = wall;
    pass(Duration.ofHours(1));

    assertThat(ages.of(queued)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aLeapBackwardGivesNobodyUpEarly() {
    wall = wall.minus(Duration.ofDays(30));
    ages.watch();
    Instant queued = wall;
    pass(Duration.ofHours(1));

    assertThat(ages.of(START)).isEqualTo(Duration.ZERO);
    assertThat(ages.of(queued)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aLeapBackwardIsToldOnce() {
    wall = wall.minus(Duration.ofHours(1));
    assertThat(ages.watch()).isTrue();
    assertThat(ages.watch()).isFalse();
    wall = wall.plus(Duration.ofHours(1));
    assertThat(ages.watch()).isFalse();
    wall = wall.minus(Duration.ofMinutes(5));
    assertThat(ages.watch()).isFalse();
  }

  @Test
  void smallCorrectionsAreTheClocksOwnBusiness() {
    wall = wall.plus(Duration.ofMinutes(5));

    assertThat(ages.of(START)).isEqualTo(Duration.ofMinutes(5));
  }

  private void pass(Duration time) {
    wall = wall.plus(time);
    nanos += time.toNanos();
  }
}
