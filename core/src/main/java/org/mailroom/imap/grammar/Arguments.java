package org.mailroom.imap.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of a command, read from left to right (RFC 9051, 9). Each method reads one piece
 * and throws {@link ImapSyntaxException} when something else stands there. For one thread.
 */
public final class Arguments {

  private static final int LONGEST_NUMBER = 19;

  private final LiteralSource source;
  private String line;
  private int at;
  private int literalOctets;

  /**
   * Arguments.
   *
   * @param line an octet for each character, without CRLF
   */
  public Arguments(String line, LiteralSource source) {
    this.line = line;
    this.source = source;
  }

  /** The character that comes, without reading it; NUL at the end. */
  public char peek() {
    return at < line.length() ? line.charAt(at) : 0;
  }

  /** True at the end of the command. */
  public boolean isAtEnd() {
    return at == line.length();
  }

  /** The command ends here. */
  public void end() throws ImapSyntaxException {
    if (!isAtEnd()) {
      throw new ImapSyntaxException("There is more than the command has");
    }
  }

  /** Reads a space. */
  public void space() throws ImapSyntaxException {
    expect(' ');
  }

  /** Reads this character. */
  public void expect(char wanted) throws ImapSyntaxException {
    if (!take(wanted)) {
      throw new ImapSyntaxException("Something is missing, or not where it belongs");
    }
  }

  /** Reads this character if it comes, and says whether it did. */
  public boolean take(char wanted) {
    boolean comes = peek() == wanted && !isAtEnd();
    at += comes ? 1 : 0;
    return comes;
  }

  /** Reads this word, in any case, if it comes and no other letter follows it. */
  public boolean takeWord(String word) {
    int end = at + word.length();
    boolean comes =
        line.regionMatches(true, at, word, 0, word.length())
            && (end == line.length() || !isAtomCharacter(line.charAt(end)));
    at += comes ? word.length() : 0;
    return comes;
  }

  /**
   * Reads an atom.
   *
   * <pre>
   * atom = 1*ATOM-CHAR
   * </pre>
   */
  public String atom() throws ImapSyntaxException {
    return word("");
  }

  /** Reads an atom that may have these characters too. */
  public String word(String more) throws ImapSyntaxException {
    int start = at;
    while (!isAtEnd() && (isAtomCharacter(peek()) || more.indexOf(peek()) >= 0)) {
      at++;
    }
    if (at == start) {
      throw new ImapSyntaxException("A word is missing");
    }
    return line.substring(start, at);
  }

  /**
   * Reads a number.
   *
   * <pre>
   * number64 = 1*DIGIT ; up to 2^63 - 1
   * </pre>
   */
  public long number() throws ImapSyntaxException {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start || at - start > LONGEST_NUMBER) {
      throw new ImapSyntaxException("A number is missing, or too large");
    }
    try {
      return Long.parseLong(line.substring(start, at));
    } catch (NumberFormatException e) {
      throw new ImapSyntaxException("A number is too large");
    }
  }

  /**
   * Reads a string.
   *
   * <pre>
   * string = quoted / literal
   * </pre>
   */
  public byte[] string() throws IOException, ImapSyntaxException {
    if (peek() == '"') {
      return quoted().getBytes(StandardCharsets.ISO_8859_1);
    }
    Literal literal = literal().orElseThrow(() -> new ImapSyntaxException("A string is missing"));
    return octets(literal);
  }

  /**
   * Reads an astring in UTF-8.
   *
   * <pre>
   * astring = 1*ASTRING-CHAR / string
   * </pre>
   */
  public String astring() throws IOException, ImapSyntaxException {
    return text(astringOctets(), StandardCharsets.UTF_8);
  }

  /** Reads an astring as it came. */
  public byte[] astringOctets() throws IOException, ImapSyntaxException {
    return isStringNext() ? string() : word("]").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Reads a mailbox with wildcards, in UTF-8: as an astring, with {@code %} and {@code *} too. */
  public String listMailbox() throws IOException, ImapSyntaxException {
    return isStringNext()
        ? text(string(), StandardCharsets.UTF_8)
        : text(word("]%*").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Reads a string in UTF-8, or NIL, which is empty. */
  public Optional<String> nstring() throws IOException, ImapSyntaxException {
    return takeWord("NIL") ? Optional.empty() : Optional.of(text(string(), StandardCharsets.UTF_8));
  }

  /** True when a string in quotes, or a literal, comes. */
  public boolean isStringNext() {
    return peek() == '"' || peek() == '{' || peek() == '~' && line.startsWith("~{", at);
  }

  /** Octets as text. */
  public static String text(byte[] octets, Charset charset) throws ImapSyntaxException {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw new ImapSyntaxException("A text is not in its charset");
    }
  }

  /** Reads the announcement of a literal if one comes; what reads it must open it next. */
  public Optional<Literal> literal() throws ImapSyntaxException {
    boolean binary = line.startsWith("~{", at);
    if (!binary && peek() != '{') {
      return Optional.empty();
    }
    at += binary ? 2 : 1;
    long size = number();
    boolean waits = !take('+');
    expect('}');
    end();
    return Optional.of(new Literal(size, waits, binary));
  }

  /** The octets of a literal that was announced; {@link #afterLiteral} comes when they are read. */
  public InputStream open(Literal literal) throws IOException {
    line = "";
    at = 0;
    return source.open(literal.size(), literal.waits());
  }

  /** Goes on behind a literal. */
  public void afterLiteral() throws IOException, ImapSyntaxException {
    line = source.nextLine();
    at = 0;
  }

  /** The line as it came; empty once its literal was opened. */
  public String line() {
    return line;
  }

  private byte[] octets(Literal literal) throws IOException, ImapSyntaxException {
    if (literal.size() > source.literalLimit() - literalOctets) {
      throw new ImapSyntaxException("A literal is too large");
    }
    literalOctets += (int) literal.size();
    byte[] octets = open(literal).readNBytes((int) literal.size());
    afterLiteral();
    return octets;
  }

  /**
   * Reads a string in quotes.
   *
   * <pre>
   * quoted = DQUOTE *QUOTED-CHAR DQUOTE
   * QUOTED-CHAR = any TEXT-CHAR except quoted-specials / "\" quoted-specials / UTF8-2 / ...
   * </pre>
   */
  private String quoted() throws ImapSyntaxException {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (!take('"')) {
      boolean escaped = take('\\');
      if (isAtEnd() || escaped && peek() != '"' && peek() != '\\') {
        throw new ImapSyntaxException("A string in quotes doesn't end, or escapes what it may not");
      }
      text.append(line.charAt(at++));
    }
    return text.toString();
  }

  /** Reads pieces with spaces between, in parentheses; none of them is allowed too. */
  public <T> List<T> list(Piece<T> piece) throws IOException, ImapSyntaxException {
    expect('(');
    List<T> all = new ArrayList<>();
    while (!take(')')) {
      if (!all.isEmpty()) {
        space();
      }
      all.add(piece.read(this));
    }
    return all;
  }

  /** Reads one piece of a list. */
  @FunctionalInterface
  public interface Piece<T> {
    /** Reads it. */
    T read(Arguments arguments) throws IOException, ImapSyntaxException;
  }

  private static boolean isAtomCharacter(char c) {
    return c > ' ' && c < 0x7F && "(){%*\"\\]".indexOf(c) < 0;
  }
}
