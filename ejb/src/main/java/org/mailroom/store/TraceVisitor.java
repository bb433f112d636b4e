package org.mailroom.store;

/** Hears what stands in front of the contents of messages. */
@FunctionalInterface
public interface TraceVisitor {

  /**
   * A message.
   *
   * @param trace its own fields in front of the content, lines ended by CRLF
   */
  void visit(long uid, String trace);
}
