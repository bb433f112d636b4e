package org.mailroom.imap.thread;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongUnaryOperator;
import org.mailroom.imap.grammar.ResponseWriter;

/** Messages below one another, in their order. */
public final class Threads {

  private static final int PIECE = 8 * 1024;

  private final long[] uids;
  private final int[] first;
  private final int[] last;
  private final int[] next;

  /** For nodes from 1 on; above those on top is 0, and so is none. */
  Threads(int end) {
    this.uids = new long[end];
    this.first = new int[end];
    this.last = new int[end];
    this.next = new int[end];
  }

  /** Puts a node below another, behind those that are there. */
  void append(int node, int parent) {
    if (first[parent] == 0) {
      first[parent] = node;
    } else {
      next[last[parent]] = node;
    }
    last[parent] = node;
  }

  /** It is not a dummy. */
  void name(int node, long uid) {
    uids[node] = uid;
  }

  /** True when there is no message. */
  public boolean isEmpty() {
    return first[0] == 0;
  }

  int firstBelow(int node) {
    return first[node];
  }

  /** The next one below the same. */
  int nextOf(int node) {
    return next[node];
  }

  /**
   * Writes them, each behind the other.
   *
   * <pre>
   * thread-list    = "(" (thread-members / thread-nested) ")"
   * thread-members = nz-number *(SP nz-number) [SP thread-nested]
   * thread-nested  = 2*thread-list
   * </pre>
   *
   * @param numbers what is written for a UID
   */
  public void write(ResponseWriter out, LongUnaryOperator numbers) throws IOException {
    StringBuilder text = new StringBuilder();
    Deque<Integer> lists = new ArrayDeque<>();
    int node = begin(first[0], lists, text);
    while (node != 0) {
      if (uids[node] != 0) {
        text.append(numbers.applyAsLong(uids[node]));
        text.append(first[node] == 0 ? "" : " ");
      }
      if (first[node] == 0) {
        node = endLists(lists, text);
      } else if (first[node] == last[node]) {
        node = first[node];
      } else {
        node = begin(first[node], lists, text);
      }
      if (text.length() > PIECE) {
        out.text(text.toString());
        text.setLength(0);
      }
    }
    out.text(text.toString());
  }

  private static int begin(int node, Deque<Integer> lists, StringBuilder text) {
    if (node != 0) {
      lists.push(node);
      text.append('(');
    }
    return node;
  }

  /** Ends the innermost list, and those that end with it. */
  private int endLists(Deque<Integer> lists, StringBuilder text) {
    int following = 0;
    while (following == 0 && !lists.isEmpty()) {
      text.append(')');
      following = next[lists.pop()];
    }
    return begin(following, lists, text);
  }
}
