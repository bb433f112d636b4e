package org.mailroom.archive;

import java.io.IOException;

/** Something that has messages. */
interface Source {

  /**
   * Puts all of them into an account.
   *
   * @throws org.mailroom.mailbox.archive.NotReadableException when it is not what it should be
   * @throws IOException when the hub can't keep them
   */
  void copyTo(Incoming incoming) throws IOException;
}
