package org.mailroom.conversation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mailroom.hub.Regularly;

/** Has the listening end when nobody looks any more. */
@Singleton
@Startup
public class ConversationWatch {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  @Inject private Conversations conversations;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.every(PAUSE, conversations::rest);
  }
}
