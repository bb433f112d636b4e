package org.mailroom.console.directory;

import java.io.IOException;
import org.mailroom.directory.change.DirectoryException;

/** Something that is done to the directory, and may be refused. */
@FunctionalInterface
public interface Deed {

  /** Does it. */
  void run() throws DirectoryException, IOException;
}
