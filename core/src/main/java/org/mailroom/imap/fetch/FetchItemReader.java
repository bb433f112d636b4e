package org.mailroom.imap.fetch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * Reads what a client asks for.
 *
 * <pre>
 * fetch-att = "ENVELOPE" / "FLAGS" / "INTERNALDATE" / "RFC822" [".HEADER" / ".SIZE" / ".TEXT"] /
 *             "BODY" ["STRUCTURE"] / "UID" / "MODSEQ" /
 *             "BODY" [".PEEK"] section [partial] /
 *             "BINARY" [".PEEK"] section-binary [partial] / "BINARY.SIZE" section-binary
 * </pre>
 */
final class FetchItemReader {

  private static final List<MessageAttribute> FAST =
      List.of(MessageAttribute.FLAGS, MessageAttribute.INTERNALDATE, MessageAttribute.SIZE);

  private static final List<MessageAttribute> ALL =
      List.of(
          MessageAttribute.FLAGS,
          MessageAttribute.INTERNALDATE,
          MessageAttribute.SIZE,
          MessageAttribute.ENVELOPE);

  private static final List<MessageAttribute> FULL =
      List.of(
          MessageAttribute.FLAGS,
          MessageAttribute.INTERNALDATE,
          MessageAttribute.SIZE,
          MessageAttribute.ENVELOPE,
          MessageAttribute.BODY);

  private FetchItemReader() {}

  /** Reads a macro, an item, or a list of them. */
  static List<? extends FetchItem> read(Arguments arguments)
      throws IOException, ImapSyntaxException {
    if (arguments.peek() != '(') {
      String name = SectionReader.dotted(arguments);
      return switch (name) {
        case "FAST" -> FAST;
        case "ALL" -> ALL;
        case "FULL" -> FULL;
        default -> List.of(item(name, arguments));
      };
    }
    List<FetchItem> items = arguments.list(inList -> item(SectionReader.dotted(inList), inList));
    if (items.isEmpty()) {
      throw new ImapSyntaxException("Nothing is asked for");
    }
    return items;
  }

  private static FetchItem item(String name, Arguments arguments)
      throws IOException, ImapSyntaxException {
    return arguments.take('[') ? section(name, arguments) : plain(name);
  }

  private static FetchItem section(String name, Arguments arguments)
      throws IOException, ImapSyntaxException {
    return switch (name) {
      case "BODY", "BODY.PEEK" -> {
        Section section = SectionReader.read(arguments);
        Partial partial = Partial.read(arguments);
        yield new BodySection(Optional.empty(), section, partial, name.equals("BODY"));
      }
      case "BINARY", "BINARY.PEEK" -> {
        Section section = SectionReader.readBinary(arguments);
        Partial partial = Partial.read(arguments);
        yield new BinarySection(section, partial, name.equals("BINARY"));
      }
      case "BINARY.SIZE" -> new BinarySize(SectionReader.readBinary(arguments));
      default -> throw new ImapSyntaxException("There is no such item with a section");
    };
  }

  private static FetchItem plain(String name) throws ImapSyntaxException {
    return switch (name) {
      case "RFC822" -> old(name, Section.WHOLE, true);
      case "RFC822.HEADER" -> old(name, Section.HEADER, false);
      case "RFC822.TEXT" -> old(name, Section.TEXT, true);
      default ->
          MessageAttribute.named(name)
              .orElseThrow(() -> new ImapSyntaxException("There is no such item"));
    };
  }

  private static FetchItem old(String name, Section section, boolean setsSeen) {
    return new BodySection(Optional.of(name), section, Partial.ALL, setsSeen);
  }
}
