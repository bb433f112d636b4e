package org.mailroom.imap.thread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.imap.sort.BaseSubject;

/** ORDEREDSUBJECT: RFC 5256, 3. */
class SubjectThreadingTest {

  private final Threading threading = new SubjectThreading();

  @Test
  void theFirstOfASubjectIsAboveTheOthers() {
    add(1, 10, "x");
    add(2, 20, "Re: x");
    add(3, 15, "[list] X");
    add(4, 5, "y");
    add(5, 30, "z");
    add(6, 1, "Re: z (fwd)");
    assertThat(Written.text(threading.threads())).isEqualTo("(6 5)(4)(1 (3)(2))");
  }

  @Test
  void manyOfASubjectAreNoDeeper() {
    for (int i = 1; i <= 1000; i++) {
      add(i, 1000 - i, "x");
    }
    assertThat(Written.text(threading.threads())).startsWith("(1000 (999)(998)").endsWith("(1))");
  }

  private void add(long uid, long sent, String subject) {
    threading.add(
        new ThreadedMessage(uid, sent, BaseSubject.of(subject)), Written.ids("m" + uid, "m1"));
  }
}
