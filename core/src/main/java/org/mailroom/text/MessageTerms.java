package org.mailroom.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import org.mailroom.mime.MimeStructure;

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
    Beginning beginning = new Beginning(message);
    try (MessageTexts texts = new MessageTexts(beginning)) {
      texts.readHeader((name, value) -> header.field(MessageTexts.text(name, value)));
      texts.readBody(body);
    }
    if (!header.wantsMore() || !body.wantsMore() || beginning.goesOn) {
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

  /** Sees whether a message begins with a space: then it continues a field put in front of it. */
  private static final class Beginning implements MessageOctets {

    private final MessageOctets message;
    private boolean goesOn;

    Beginning(MessageOctets message) {
      this.message = message;
    }

    @Override
    public MimeStructure structure() {
      return message.structure();
    }

    @Override
    public InputStream open(long offset) throws IOException {
      InputStream in = message.open(offset);
      return offset == 0 ? seen(new PushbackInputStream(in)) : in;
    }

    private InputStream seen(PushbackInputStream in) throws IOException {
      byte[] first = in.readNBytes(1);
      goesOn = first.length > 0 && (first[0] == ' ' || first[0] == '\t');
      in.unread(first);
      return in;
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
