package org.mailroom.console.conversation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.conversation.ConversationFilter;
import org.mailroom.conversation.ConversationLine;
import org.mailroom.conversation.ConversationPage;
import org.mailroom.conversation.Conversations;

/** The Live page. Its state is its address: {@code ?client=192.0.2.&listener=smtp&word=queued}. */
@Named
@ViewScoped
public class LiveView implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Lines that come at once; a page has no use for more. */
  private static final int MOST = 500;

  private static final List<String> LISTENERS = List.of("smtp", "submission", "submissions");

  @Inject private transient Conversations conversations;
  @Inject private transient Clock clock;
  @Inject private Access access;
  @Inject private Appearance appearance;

  private String client = "";
  private String listener = "";
  private String word = "";
  private long place;
  private transient List<LiveLine> lines;

  /** Reads what came since the last reading. */
  public void refresh() {
    if (!access.reads("conversations")) {
      lines = List.of();
      return;
    }
    ConversationPage page =
        conversations.read(place, new ConversationFilter(client, listener, word));
    place = page.next();
    ZoneId zone = ZoneId.systemDefault();
    Phrases phrases = new Phrases(appearance.getLocale(), zone, clock.instant());
    List<ConversationLine> found = page.lines();
    lines =
        found.subList(Math.max(0, found.size() - MOST), found.size()).stream()
            .map(line -> LiveLine.of(line, phrases, zone))
            .toList();
  }

  /** What came since the reading before, the oldest first. */
  public List<LiveLine> getLines() {
    if (lines == null) {
      refresh();
    }
    return lines;
  }

  /** How the client's address begins. */
  public String getClient() {
    return client;
  }

  /** Takes it from the page's address. */
  public void setClient(String client) {
    this.client = text(client);
  }

  /** The name of a listener. */
  public String getListener() {
    return listener;
  }

  /** Takes it from the page's address. */
  public void setListener(String listener) {
    this.listener = text(listener);
  }

  /** What is in the text. */
  public String getWord() {
    return word;
  }

  /** Takes it from the page's address. */
  public void setWord(String word) {
    this.word = text(word);
  }

  /** The listeners that speak SMTP. */
  public List<String> getListeners() {
    return LISTENERS;
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }
}
