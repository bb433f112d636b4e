package org.mailroom.conversation;

import java.util.Locale;

/**
 * Which lines somebody wants to see; what is empty wants all.
 *
 * @param client how the client's address begins
 * @param listener the listener's name
 * @param word what is in the text, or in the session's id, in any case
 */
public record ConversationFilter(String client, String listener, String word) {

  /** All lines. */
  public static final ConversationFilter ALL = new ConversationFilter("", "", "");

  private static final String CLIENT = "client:";
  private static final String LISTENER = "listener:";

  /** Compares words in lower case. */
  public ConversationFilter {
    client = client.strip();
    listener = listener.strip();
    word = word.strip().toLowerCase(Locale.ROOT);
  }

  /** From {@code client:192.0.2. listener:smtp words}, each part or none. */
  public static ConversationFilter parse(String text) {
    String client = "";
    String listener = "";
    StringBuilder words = new StringBuilder();
    for (String part : text.strip().split("\\s+", -1)) {
      if (part.startsWith(CLIENT)) {
        client = part.substring(CLIENT.length());
      } else if (part.startsWith(LISTENER)) {
        listener = part.substring(LISTENER.length());
      } else {
        words.append(words.isEmpty() ? "" : " ").append(part);
      }
    }
    return new ConversationFilter(client, listener, words.toString());
  }

  boolean wants(ConversationLine line) {
    return line.client().startsWith(client)
        && (listener.isEmpty() || line.listener().equals(listener))
        && (word.isEmpty()
            || line.text().toLowerCase(Locale.ROOT).contains(word)
            || line.session().equals(word));
  }
}
