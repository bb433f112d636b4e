package org.mailroom.imap.fetch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.mailroom.imap.MessageData;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.ResponseWriter;

/**
 * What a client wants to know of messages, in the order in which it asked, each once. An item that
 * is added to them comes in front of the others, so that a client knows it before many octets. Safe
 * for any number of threads.
 */
public final class FetchItems {

  private final List<FetchItem> items;

  private FetchItems(Iterable<? extends FetchItem> items) {
    LinkedHashSet<FetchItem> each = new LinkedHashSet<>();
    items.forEach(each::add);
    this.items = List.copyOf(each);
  }

  /**
   * Reads them.
   *
   * <pre>
   * fetch = "FETCH" SP sequence-set SP ("ALL" / "FULL" / "FAST" /
   *         fetch-att / "(" fetch-att *(SP fetch-att) ")")
   * </pre>
   */
  public static FetchItems read(Arguments arguments) throws IOException, ImapSyntaxException {
    return new FetchItems(FetchItemReader.read(arguments));
  }

  /** What of a message has to be there for them. */
  public Wanted wanted() {
    return Wanted.all(items.stream().map(FetchItem::wanted));
  }

  /** True when a message has been seen once they were told. */
  public boolean setsSeen() {
    return items.stream().anyMatch(FetchItem::setsSeen);
  }

  /** True when a modification sequence is among them: that enables CONDSTORE (RFC 7162, 3.1). */
  public boolean asksModseq() {
    return items.contains(MessageAttribute.MODSEQ);
  }

  /** With the UID. */
  public FetchItems withUid() {
    return with(MessageAttribute.UID);
  }

  /** With the flags. */
  public FetchItems withFlags() {
    return with(MessageAttribute.FLAGS);
  }

  /** With the modification sequence. */
  public FetchItems withModseq() {
    return with(MessageAttribute.MODSEQ);
  }

  private FetchItems with(MessageAttribute attribute) {
    if (items.contains(attribute)) {
      return this;
    }
    List<FetchItem> more = new ArrayList<>(items.size() + 1);
    more.add(attribute);
    more.addAll(items);
    return new FetchItems(more);
  }

  /**
   * Refuses a message that can't be told of; reads none of its octets.
   *
   * @throws FetchException the command is answered with NO, other messages are told of all the same
   */
  public void check(MessageData message) throws FetchException {
    check(new FetchedMessage(message));
  }

  private void check(FetchedMessage message) throws FetchException {
    for (FetchItem item : items) {
      item.check(message);
    }
  }

  /**
   * Tells of a message: names and values with spaces between, without the parentheses around them.
   *
   * @throws FetchException as {@link #check}; nothing was written
   * @throws IOException when the message can't be read, or the connection breaks: the response
   *     can't be mended then, and the session has to end
   */
  public void write(MessageData message, ResponseWriter out) throws IOException, FetchException {
    FetchedMessage fetched = new FetchedMessage(message);
    check(fetched);
    String before = "";
    for (FetchItem item : items) {
      out.text(before);
      item.write(fetched, out);
      before = " ";
    }
  }
}
