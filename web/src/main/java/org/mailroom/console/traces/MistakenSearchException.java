package org.mailroom.console.traces;

/** A search that can't be understood. */
final class MistakenSearchException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String kind;

  /**
   * A mistake.
   *
   * @param kind the key of its text
   * @param piece what can't be understood
   */
  MistakenSearchException(String kind, String piece) {
    super(piece);
    this.kind = kind;
  }

  String kind() {
    return kind;
  }
}
