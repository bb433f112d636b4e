package org.mailroom.guard;

import java.time.Clock;
import org.mailroom.settings.Settings;

/** A guard with room for everybody. */
public final class RoomyGuard {

  private RoomyGuard() {}

  /** The guard of a hub with these settings. */
  public static IntakeGuard of(Settings settings) {
    IntakeGuard guard = new IntakeGuard(new FakeGauges(), settings, Clock.systemUTC());
    guard.look();
    return guard;
  }
}
