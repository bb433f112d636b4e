package org.mailroom.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** The terms of a message. */
public final class MessageTerms {

  /** Of a message of which nothing is known. */
  public static final MessageTerms UNKNOWN = new MessageTerms(new Terms(), new Terms(), false);

  /** Characters of a message that are looked at, about. */
  static final int LONGEST = 4 * 1024 * 1024;

  /** Terms of a message that are kept, about. */
  static final int MOST = 512 * 1024;

  private final Terms header;
  private final Terms body;
  private final boolean known;

  private MessageTerms(Terms header, Terms body, boolean known) {
    this.header = header;
    this.body = body;
    this.known = known;
  }

  /**
   * Reads those of a message.
   *
   * @throws IOException when it can't be read
   */
  public static MessageTerms of(MessageOctets message) throws IOException {
    Collecting header = new Collecting();
    Collecting body = new Collecting();
    try (MessageTexts texts = new MessageTexts(message)) {
      texts.readHeader((name, value) -> header.field(MessageTexts.text(name, value)));
      texts.readBody(body);
    }
    if (!header.wantsMore() || !body.wantsMore() || goesOnFromBefore(message)) {
      return UNKNOWN;
    }
    return new MessageTerms(header.terms, body.terms, true);
  }

  /** Of the fields of its own header. */
  public long[] header() {
    return header.all();
  }

  /** Of everything behind the header. */
  public long[] body() {
    return body.all();
  }

  /**
   * False when it has too much text, or text that reads differently behind other fields: any phrase
   * may be in it.
   */
  public boolean areKnown() {
    return known;
  }

  /** What begins with a space continues the last of the fields that are put in front of it. */
  private static boolean goesOnFromBefore(MessageOctets message) throws IOException {
    try (InputStream in = message.open(0)) {
      byte[] first = in.readNBytes(1);
      return first.length > 0 && (first[0] == ' ' || first[0] == '\t');
    }
  }

  private static final class Collecting implements MessageTexts.Body {

    private final Terms terms = new Terms();
    private long length;
    private boolean ambiguous;

    @Override
    public boolean wantsMore() {
      return length <= LONGEST && terms.count() <= MOST && !ambiguous;
    }

    @Override
    public void field(String text) {
      terms.begin();
      add(FoldedPieces.fold(text));
    }

    @Override
    public void part(Reader text) throws IOException {
      terms.begin();
      FoldedPieces pieces = new FoldedPieces(text);
      while (pieces.hasNext() && wantsMore()) {
        add(pieces.next());
        ambiguous |= pieces.isAmbiguous();
      }
    }

    private void add(String folded) {
      length += folded.length();
      terms.add(folded);
    }
  }
}
