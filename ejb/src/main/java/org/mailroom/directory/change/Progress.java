package org.mailroom.directory.change;

/** Is told how far a change of many entries has come, and may have it stopped before it is made. */
@FunctionalInterface
public interface Progress {

  /** Lets every change go on. */
  Progress UNWATCHED = entries -> true;

  /**
   * So many entries were looked at, and nothing is changed yet.
   *
   * @return false: nothing shall be changed
   */
  boolean reached(int entries);
}
