package org.mailroom.console.conversation;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.console.Phrases;
import org.mailroom.conversation.ConversationLine;
import org.mailroom.smtp.server.Overhearing.Voice;

/**
 * A line of a conversation, as the page shows it.
 *
 * @param time of day
 * @param exact date and time
 * @param session its id
 * @param client the address of the client
 * @param style {@code client}, {@code server}, {@code note}, {@code later} or {@code no}
 * @param pieces its text
 */
public record LiveLine(
    String time, String exact, String session, String client, String style, List<Piece> pieces) {

  /**
   * A piece of the text.
   *
   * @param text as it stands there
   * @param id the queue id that it is, or empty
   */
  public record Piece(String text, String id) {}

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
  private static final Pattern ID = Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{13}\\b");
  private static final String USER = "user ";

  static LiveLine of(ConversationLine line, Phrases phrases, ZoneId zone) {
    return new LiveLine(
        TIME.format(line.time().atZone(zone)),
        phrases.exact(line.time()),
        line.session(),
        line.client(),
        style(line),
        line.voice() == Voice.NOTE
            ? List.of(new Piece(note(line.text(), phrases), ""))
            : pieces(line.text()));
  }

  private static String style(ConversationLine line) {
    return switch (line.voice()) {
      case CLIENT -> "client";
      case NOTE -> "note";
      case SERVER ->
          switch (line.text().charAt(0)) {
            case '4' -> "later";
            case '5' -> "no";
            default -> "server";
          };
    };
  }

  private static String note(String text, Phrases phrases) {
    return text.startsWith(USER)
        ? phrases.text("live.note.user", text.substring(USER.length()))
        : phrases.text("live.note." + text);
  }

  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher ids = ID.matcher(text);
    int end = 0;
    while (ids.find()) {
      pieces.add(new Piece(text.substring(end, ids.start()), ""));
      pieces.add(new Piece(ids.group(), ids.group()));
      end = ids.end();
    }
    pieces.add(new Piece(text.substring(end), ""));
    return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
  }
}
