package org.mailroom.imap.sort;

import java.io.IOException;
import java.util.List;
import org.mailroom.imap.MessageData;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/** What a client wants messages to be sorted by, the first counts most. */
public final class SortProgram {

  private static final int MOST = 32;

  private final List<SortCriterion> criteria;

  private SortProgram(List<SortCriterion> criteria) {
    this.criteria = criteria;
  }

  /**
   * Reads one.
   *
   * <pre>
   * sort-criteria = "(" sort-criterion *(SP sort-criterion) ")"
   * </pre>
   */
  public static SortProgram read(Arguments arguments) throws IOException, ImapSyntaxException {
    List<SortCriterion> criteria = arguments.list(SortCriterion::read);
    if (criteria.isEmpty() || criteria.size() > MOST) {
      throw new ImapSyntaxException("There are no sort keys, or too many");
    }
    return new SortProgram(criteria.stream().distinct().toList());
  }

  /** What must be known of messages. */
  public Wanted wanted() {
    return Wanted.all(criteria.stream().map(SortCriterion::wanted));
  }

  List<byte[]> valuesOf(MessageData message) {
    return criteria.stream().map(each -> each.valueOf(message)).toList();
  }

  int compare(List<byte[]> one, List<byte[]> other) {
    int order = 0;
    for (int i = 0; order == 0 && i < one.size(); i++) {
      order = criteria.get(i).compare(one.get(i), other.get(i));
    }
    return order;
  }
}
