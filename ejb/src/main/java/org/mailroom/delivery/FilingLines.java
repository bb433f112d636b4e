package org.mailroom.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.database.DatabaseException;
import org.mailroom.store.FilingResult;
import org.mailroom.store.MailStore;
import org.mailroom.store.MailToFile;

/**
 * Several lines, so that the hub works for one while the database works for another. A batch holds
 * its accounts until it is committed: so mails for one account stand in one line, and parts for
 * several all in the first.
 */
@Singleton
public class FilingLines {

  private static final int LINES = 2;

  private final List<FilingLine> lines;

  /** File in this store. */
  @Inject
  public FilingLines(MailStore store) {
    this.lines = Stream.generate(() -> new FilingLine(store)).limit(LINES).toList();
  }

  /**
   * Files the mails of one part.
   *
   * @return what became of each, in their order; what is filed is on the disk
   * @throws DatabaseException when the database can't file them: none of them was filed
   * @throws IOException when the content can't be read
   */
  List<FilingResult> file(List<MailToFile> mails) throws IOException {
    long account = mails.size() == 1 ? mails.get(0).account() : 0;
    return lines.get(Math.floorMod(account, LINES)).file(mails);
  }
}
