package org.mailroom.console.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.mailroom.hub.Regularly;
import org.mailroom.queue.QueueIndex;
import org.mailroom.tracking.store.TraceWriter;

/** Looks once a second what has changed, and tells the pages. */
@ApplicationScoped
public class Changes {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Inject QueueIndex queue;
  @Inject TraceWriter traces;
  @Inject Regularly regularly;

  @Inject
  @Push(channel = "changes")
  PushContext pages;

  private List<Topic> topics = List.of();

  void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
    topics = List.of(new Topic("queue", queue::changes), new Topic("traces", traces::written));
    regularly.every(PAUSE, this::tell);
  }

  void tell() {
    topics.stream().filter(Topic::takeChanged).forEach(topic -> pages.send(topic.name()));
  }
}
