package org.mailroom.command;

import java.io.IOException;
import java.util.List;

/** One command of the operator. Returns when it is done. */
interface Command {

  /**
   * Does it.
   *
   * @param words the arguments behind the command's name
   * @throws UsageException when they mean nothing
   * @throws FailureException when it can't be done, with the reason for people
   * @throws IOException when a file can't be read or written
   */
  void run(List<String> words, Context context)
      throws UsageException, FailureException, IOException;
}
