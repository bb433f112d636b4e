package org.mailroom.imap.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** REFERENCES, step by step: RFC 5256, 3. */
class ReferencesThreadingTest {

  /** Messages are {@code id < reference reference, subject}; UIDs and dates are 1, 2, 3. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one thread             | a; b < a; c < a b; d < a b c                | (1 2 3 4)
          two branches           | a; b < a; c < a; d < a c                    | (1 (2)(3 4))
          nothing in common      | a; b; c                                     | (1)(2)(3)
          none                   | ''                                          | ''
          as in the RFC          | a; b < a; c < b; d < b; e < d               | (1 2 (3)(4 5))
          the answer comes first | c < a b; b < a; a                           | (3 2 1)
          one is missing         | a; c < a b                                  | (1 2)
          two are missing        | a; d < a b c                                | (1 2)
          siblings without one   | b < a; c < a                                | ((1)(2))
          an only child          | c < a b                                     | (1)
          dummies in a row       | x < a b; y < a b                            | ((1)(2))
          dummies side by side   | x < a b; y < a c                            | ((1)(2))
          a leaf is no reason    | x < a; a2 < b a                             | ((1)(2))
          no id                  | < a; a; < a                                 | (2 (1)(3))
          the same id twice      | a; b < a; a; c < a                          | (1 (2)(4))(3)
          the same id refers     | a; a < a; b < a                             | (1 (2)(3))
          to itself              | a < a; b < b b                              | (1)(2)
          a loop of two          | a < b; b < a                                | (2 1)
          a loop of three        | a < c; b < a; c < b                         | (3 1 2)
          a loop of dummies      | x < a b a; y < a                            | ((1)(2))
          a link that is there   | x < a b; y < c b; z < c                     | ((1)(2))(3)
          the last one decides   | b < a; c < x b; b2 < c; x < c               | (1 2 (3)(4))
          shortened references   | c < b; b < a; d < c; a                      | (4 2 1 3)
          """)
  void messagesAreBelowThoseTheyAnswer(String what, String messages, String threads) {
    assertThat(threaded(messages)).isEqualTo(threads);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an answer without      | a, x; b, Re: x                              | (1 2)
          an answer before       | b, Re: x; a, x                              | (2 1)
          two originals          | a, x; b, X                                  | ((1)(2))
          three originals        | a, x; b, x; c, x                            | ((1)(2)(3))
          two answers            | a, Re: x; b, Fwd: x                         | ((1)(2))
          answers and original   | b, Re: x; c, Re: x; a, x                    | (3 (1)(2))
          original and answers   | a, x; b, Re: x; c, x; d, Re: x              | ((1 2)(3)(4))
          no subject             | a; b; c, Re:                                | (1)(2)(3)
          another subject below  | a, x; b < a, y; c, y                        | (1 2)(3)
          below a dummy          | b < a, Re: x; c < a, Re: x; d, Re: x        | ((1)(2)(3))
          a dummy for a message  | d, x; b < a, Re: x; c < a, Re: x            | ((1)(2)(3))
          two dummies            | b < a, x; c < a, x; y < z, x; w < z, x      | ((1)(2)(3)(4))
          threads                | a, x; b < a, Re: x; c, Re: x; d < c, Re: x  | (1 (2)(3 4))
          """)
  void whatIsOnTopIsGatheredBySubject(String what, String messages, String threads) {
    assertThat(threaded(messages)).isEqualTo(threads);
  }

  @Test
  void siblingsAndThreadsAreInTheOrderInWhichTheyWereSent() {
    Threading threading = new ReferencesThreading();
    long[] sent = {50, 40, 30, 45, 10, 30};
    String[] references = {"", "a", "a", "z", "z", "a"};
    String[] ids = {"a", "b", "c", "d", "e", "f"};
    for (int i = 0; i < sent.length; i++) {
      threading.add(
          new ThreadedMessage(i + 1, sent[i], Written.message(1, "").subject()),
          Written.ids(ids[i], references[i]));
    }
    assertThat(Written.text(threading.threads())).isEqualTo("((5)(4))(1 (3)(6)(2))");
  }

  @Test
  void aThreadMayBeAsDeepAsThereAreMessages() {
    int count = 100_000;
    Threading forward = new ReferencesThreading();
    Threading backward = new ReferencesThreading();
    for (int i = 1; i <= count; i++) {
      forward.add(Written.message(i, "x"), Written.ids("m" + i, "m" + (i - 1)));
      backward.add(Written.message(i, "x"), Written.ids("m" + i, "m" + (i + 1)));
    }
    assertThat(Written.text(forward.threads())).startsWith("(1 2 3 ").endsWith("99999 100000)");
    assertThat(Written.text(backward.threads())).startsWith("(100000 99999 ").endsWith(" 2 1)");
  }

  @Test
  void branchesMayBeAsDeepAsThereAreMessages() {
    Threading threading = new ReferencesThreading();
    threading.add(Written.message(1, "x"), Written.ids("m1", ""));
    for (int i = 2; i <= 100_000; i++) {
      String above = "m" + (i % 2 == 0 ? i - 1 : i - 2);
      threading.add(Written.message(i, "x"), Written.ids("m" + i, above));
    }
    assertThat(Written.text(threading.threads()))
        .startsWith("(1 (2)(3 (4)(5 (6)")
        .contains("(99997 (99998)(99999 100000))))))");
  }

  /** Each link asks whether it closes a loop, far down in a deep thread that is put together. */
  @Test
  void timeIsNotQuadraticWhateverIsReferredTo() {
    int count = 50_000;
    long began = System.nanoTime();
    Threading threading = new ReferencesThreading();
    for (int i = 1; i <= count; i++) {
      threading.add(Written.message(i, "x"), Written.ids("m" + i, "m" + (i - 1)));
    }
    for (int i = 1; i <= count; i++) {
      threading.add(Written.message(count + i, "y"), Written.ids("", "p" + i + " q" + i));
      threading.add(Written.message(2 * count + i, "y"), Written.ids("p" + i, "m" + count));
    }
    assertThat(Written.text(threading.threads())).contains(" " + count + " (");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void eachMessageIsToldOnceWhateverIsReferredTo() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Threading threading = new ReferencesThreading();
      int count = 1 + random.nextInt(40);
      for (int i = 1; i <= count; i++) {
        StringBuilder references = new StringBuilder();
        for (int r = random.nextInt(5); r > 0; r--) {
          references.append("m").append(random.nextInt(50)).append(r > 1 ? " " : "");
        }
        String subject = random.nextBoolean() ? "Re: " + random.nextInt(6) : "";
        threading.add(
            new ThreadedMessage(i, random.nextInt(10), Written.message(1, subject).subject()),
            Written.ids("m" + random.nextInt(50), references.toString()));
      }
      String text = Written.text(threading.threads());
      assertThat(text.split("[() ]+", -1)).as("seed %d: %s", seed, text).hasSize(count + 2);
      assertThat(text.chars().filter(c -> c == '(').count())
          .isEqualTo(text.chars().filter(c -> c == ')').count());
      for (int i = 1; i <= count; i++) {
        assertThat(text).containsPattern("\\b" + i + "\\b");
      }
    }
  }

  private static String threaded(String messages) {
    Threading threading = new ReferencesThreading();
    long uid = 0;
    for (String each : messages.isEmpty() ? new String[0] : messages.split("; ", -1)) {
      String[] parts = each.split(", ", 2);
      String[] ids = parts[0].split(" ?< ?", 2);
      uid++;
      threading.add(
          Written.message(uid, parts.length > 1 ? parts[1] : ""),
          Written.ids(ids[0].strip(), ids.length > 1 ? ids[1].strip() : ""));
    }
    return Written.text(threading.threads());
  }
}
