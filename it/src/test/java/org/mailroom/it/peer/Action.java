package org.mailroom.it.peer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What a next hop does at a stage. */
public sealed interface Action {

  /** Sends the lines as they are, each ended by CRLF. */
  record Reply(List<String> lines) implements Action {}

  /** Closes the connection without a word. */
  record Drop() implements Action {}

  /** Says nothing, for as long as the next hop lives. */
  record Hang() implements Action {}

  /** Waits, then acts. */
  record Late(Duration delay, Action then) implements Action {}

  /** Waits for a signal, then acts. */
  record After(CountDownLatch signal, Action then) implements Action {}

  /** Sends the lines, then closes the connection. */
  record ReplyAndDrop(List<String> lines) implements Action {}

  /** Sends the octets as they are: a reply that is none. */
  record Garbage(String octets) implements Action {}

  /** Sends the line again and again, until the client has had enough. */
  record Endless(String line) implements Action {}

  /** A reply of one or more lines. */
  static Action reply(String... lines) {
    return new Reply(List.of(lines));
  }

  /** A reply, and the connection closed behind it. */
  static Action replyAndDrop(String... lines) {
    return new ReplyAndDrop(List.of(lines));
  }

  /** The connection closed without a reply. */
  static Action drop() {
    return new Drop();
  }

  /** No reply, ever. */
  static Action hang() {
    return new Hang();
  }

  /** Octets that are no reply, without a line end of ours, one character an octet. */
  static Action garbage(String octets) {
    return new Garbage(octets);
  }

  /** A reply without an end: this line, ended by CRLF, again and again. */
  static Action endless(String line) {
    return new Endless(line);
  }

  /** A reply that comes late. */
  static Action late(Duration delay, String... lines) {
    return new Late(delay, reply(lines));
  }

  /** A reply that comes when the test says so. */
  static Action after(CountDownLatch signal, String... lines) {
    return new After(signal, reply(lines));
  }
}
