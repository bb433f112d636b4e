package org.mailroom.imap.session;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.SelectedMailbox;
import org.mailroom.imap.SelectedMailbox.Changes;
import org.mailroom.imap.SelectedMailbox.Snapshot;
import org.mailroom.imap.SelectedMailbox.State;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.imap.grammar.SequenceSet;
import org.mailroom.imap.search.MessageNumbers;
import org.mailroom.mailbox.NumberSet;

/**
 * The mailbox that a session has selected, as its client sees it: message numbers, and what it was
 * told last.
 */
final class Selection implements MessageNumbers, AutoCloseable {

  private final SelectedMailbox mailbox;
  private final boolean readOnly;
  private final Numbering numbering;
  private final long uidValidity;
  private final Set<String> keywords = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private long modseq;
  private NumberSet gone = NumberSet.NONE;
  private NumberSet found = NumberSet.NONE;

  Selection(SelectedMailbox mailbox, Snapshot snapshot, boolean readOnly) {
    this.mailbox = mailbox;
    this.readOnly = readOnly;
    this.numbering = new Numbering(snapshot.uids());
    this.uidValidity = snapshot.uidValidity();
    this.modseq = snapshot.highestModseq();
    this.keywords.addAll(snapshot.keywords());
  }

  SelectedMailbox mailbox() {
    return mailbox;
  }

  boolean isReadOnly() {
    return readOnly;
  }

  Numbering numbering() {
    return numbering;
  }

  long uidValidity() {
    return uidValidity;
  }

  /** Up to which the client was told. */
  long modseq() {
    return modseq;
  }

  Set<String> keywords() {
    return keywords;
  }

  /** A search found these UIDs (RFC 5182). */
  void found(NumberSet uids) {
    found = uids;
  }

  /**
   * The UIDs that a client names.
   *
   * @param byUid when it names UIDs, not message numbers
   * @throws ImapSyntaxException for a number that no message has
   */
  NumberSet named(SequenceSet set, boolean byUid) throws ImapSyntaxException {
    if (!byUid && set.exceeds(numbering.count())) {
      throw new ImapSyntaxException("There is no message of that number");
    }
    return byUid ? named(set) : uids(set);
  }

  @Override
  public NumberSet uids(SequenceSet numbers) {
    return numbers.isFound()
        ? found
        : numbering.uids(numbers.resolve(numbering.count(), NumberSet.NONE));
  }

  @Override
  public NumberSet named(SequenceSet uids) {
    return uids.resolve(numbering.highestUid(), found);
  }

  /**
   * Tells the client what has happened.
   *
   * @param letGo false when no EXPUNGE may come now; it comes another time then
   * @param known states that the client has just been told
   */
  void tellNews(ResponseWriter out, Set<Extension> enabled, boolean letGo, Set<State> known)
      throws IOException, MailboxException {
    if (mailbox.hasChangedSince(modseq)) {
      Changes changes = mailbox.changesSince(modseq);
      modseq = changes.highestModseq();
      gone = gone.with(changes.expunged());
      tellGone(out, enabled, letGo);
      long highest = numbering.highestUid();
      tellCome(changes.changed(), out);
      for (State state : changes.changed()) {
        if (state.uid() <= highest && !known.contains(state)) {
          tell(state, out, enabled);
        }
      }
    } else {
      tellGone(out, enabled, letGo);
    }
  }

  private void tellCome(List<State> changed, ResponseWriter out) throws IOException {
    int before = numbering.count();
    for (State state : changed) {
      if (state.uid() > numbering.highestUid()) {
        numbering.add(state.uid());
      }
    }
    if (numbering.count() > before) {
      out.text("* ").number(numbering.count()).text(" EXISTS").end();
    }
  }

  /** Tells the flags of a message. */
  void tell(State state, ResponseWriter out, Set<Extension> enabled) throws IOException {
    int number = numbering.number(state.uid());
    if (number == 0) {
      return;
    }
    if (!keywords.containsAll(state.flags().keywords())) {
      keywords.addAll(state.flags().keywords());
      tellFlags(out);
    }
    out.text("* ").number(number).text(" FETCH (UID ").number(state.uid());
    out.text(" FLAGS (" + state.flags().text() + ")");
    if (enabled.contains(Extension.CONDSTORE)) {
      out.text(" MODSEQ (").number(state.modseq()).text(")");
    }
    out.text(")").end();
  }

  /** Tells which flags there are. */
  void tellFlags(ResponseWriter out) throws IOException {
    out.text("* FLAGS (" + flagList() + ")").end();
  }

  /** System flags, and the keywords that messages have. */
  String flagList() {
    String system = "\\Answered \\Flagged \\Deleted \\Seen \\Draft";
    return keywords.isEmpty() ? system : system + " " + String.join(" ", keywords);
  }

  private void tellGone(ResponseWriter out, Set<Extension> enabled, boolean letGo)
      throws IOException {
    if (!letGo || gone.isEmpty()) {
      return;
    }
    NumberSet numbers = numbering.numbers(gone);
    if (enabled.contains(Extension.QRESYNC)) {
      NumberSet vanished = numbering.uids(numbers);
      if (!vanished.isEmpty()) {
        out.text("* VANISHED " + vanished).end();
      }
    } else {
      // From the highest down, so that the others keep their numbers.
      for (int range = numbers.ranges() - 1; range >= 0; range--) {
        for (long n = numbers.last(range); n >= numbers.first(range); n--) {
          out.text("* ").number(n).text(" EXPUNGE").end();
        }
      }
    }
    numbering.remove(gone);
    gone = NumberSet.NONE;
  }

  @Override
  public void close() {
    mailbox.close();
  }
}
