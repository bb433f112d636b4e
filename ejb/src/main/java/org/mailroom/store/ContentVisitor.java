package org.mailroom.store;

/** Hears which contents the messages of a mailbox have. */
@FunctionalInterface
public interface ContentVisitor {

  /**
   * A message.
   *
   * @param trace its own fields in front of the content, lines ended by CRLF
   */
  void visit(long uid, long contentId, String trace);
}
