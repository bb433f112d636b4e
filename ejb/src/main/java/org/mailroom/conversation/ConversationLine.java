package org.mailroom.conversation;

import java.time.Instant;
import org.mailroom.smtp.server.Overhearing.Voice;

/**
 * A line of a conversation.
 *
 * @param number in the order of hearing, from 1
 * @param time when it was heard
 * @param session its id: the listener, and a number
 * @param client the address of the client
 * @param voice whose words they are
 * @param text the words
 */
public record ConversationLine(
    long number, Instant time, String session, String client, Voice voice, String text) {

  /** The listener that the session is on. */
  public String listener() {
    int dash = session.lastIndexOf('-');
    return dash < 0 ? session : session.substring(0, dash);
  }
}
