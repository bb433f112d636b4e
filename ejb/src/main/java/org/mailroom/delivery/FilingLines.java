package org.mailroom.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.database.DatabaseException;
import org.mailroom.queue.PartId;
import org.mailroom.store.FilingResult;
import org.mailroom.store.MailStore;
import org.mailroom.store.MailToFile;

/**
 * Several lines, so that the hub works for one while the database works for another. Two batches at
 * once should have little in common: a batch holds its accounts, in the order of their numbers,
 * until it is committed, and the parts of a mail share its content, which whoever comes first
 * writes. So a mail for one account stands in the line of that account, and what has several
 * accounts or parts always in the first. Batches with an account in common wait for each other.
 */
@Singleton
public class FilingLines {

  private static final int LINES = 2;
  private static final String FIRST_PART = PartId.of(1).text();

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
    return of(mails).file(mails);
  }

  /**
   * Where this part is filed. The first part of a mail has up to a hundred of its local recipients:
   * when it has one, and was not split, no other part of the mail is filed.
   */
  FilingLine of(List<MailToFile> mails) {
    MailToFile first = mails.get(0);
    boolean alone = mails.size() == 1 && first.part().equals(FIRST_PART);
    return lines.get(alone ? Math.floorMod(first.account(), LINES) : 0);
  }
}
