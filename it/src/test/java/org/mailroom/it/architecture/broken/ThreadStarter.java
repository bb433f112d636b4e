package org.mailroom.it.architecture.broken;

/** Starts threads, in two of the ways there are. */
final class ThreadStarter {
  Thread platform(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  Thread virtual(Runnable work) {
    return Thread.ofVirtual().start(work);
  }
}
