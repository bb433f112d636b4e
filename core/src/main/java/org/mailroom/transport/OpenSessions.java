package org.mailroom.transport;

import java.util.List;

/** The conversations of a listener. Safe for any number of threads. */
@FunctionalInterface
public interface OpenSessions {

  /** Those that go on now, the oldest first. */
  List<OpenSession> now();
}
