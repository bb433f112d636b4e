package org.mailroom.pop3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** A maildrop as the client sees it: numbers from 1, and marks on what it has deleted. */
final class Listing {

  private final Maildrop maildrop;
  private final BitSet marked = new BitSet();
  private long octets;

  Listing(Maildrop maildrop) {
    this.maildrop = maildrop;
    keepAll();
  }

  /** What is listed; it counts from 0. */
  Maildrop maildrop() {
    return maildrop;
  }

  /** True when there is such a message, and it is not marked. */
  boolean has(int number) {
    return number >= 1 && number <= maildrop.count() && !marked.get(number - 1);
  }

  /** It goes at QUIT. */
  void mark(int number) {
    marked.set(number - 1);
    octets -= maildrop.size(number - 1);
  }

  /** Takes all marks back. */
  void keepAll() {
    marked.clear();
    octets = 0;
    for (int i = 0; i < maildrop.count(); i++) {
      octets += maildrop.size(i);
    }
  }

  /** What goes at QUIT; counts from 0. */
  BitSet marked() {
    return marked;
  }

  /** How many messages are not marked. */
  int left() {
    return maildrop.count() - marked.cardinality();
  }

  /** Of the messages that are not marked. */
  long octets() {
    return octets;
  }

  /**
   * Answers with a line for a message, or with one for each that is not marked.
   *
   * @param number from 1; empty for all
   * @param what is told of a message that is counted from 0
   */
  void tell(Pop3Session session, OptionalInt number, IntFunction<String> what) throws IOException {
    if (number.isPresent()) {
      int one = number.getAsInt();
      session.answer(has(one) ? Answer.ok(one + " " + what.apply(one - 1)) : Answers.NO_MESSAGE);
      return;
    }
    session.answer(Answers.LIST_FOLLOWS);
    for (int i = marked.nextClearBit(0); i < maildrop.count(); i = marked.nextClearBit(i + 1)) {
      session.write((i + 1 + " " + what.apply(i) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    session.writeLines(List.of());
  }
}
