package org.mailroom.it.architecture.broken.upstream;

import org.mailroom.it.architecture.broken.downstream.Sea;

/** Uses a package that stands behind its own. */
public final class Source {
  /** What an upstream package must not know. */
  public Sea sea() {
    return new Sea();
  }
}
