package org.mailroom.pop3;

import java.io.Serial;

/** A line that is no command, and what it is answered. */
final class Pop3SyntaxException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  Pop3SyntaxException(Answer answer) {
    super(answer.text());
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
