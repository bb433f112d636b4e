package org.mailroom.console.queues;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mailroom.console.queue.StateTile;
import org.mailroom.queue.view.QueueOverview;
import org.mailroom.queue.view.QueueView;

/** How much mail there is in which state. */
@RequestScoped
public class Overview {

  @Inject QueueView queue;
  @Inject Destinations destinations;

  List<StateTile> tiles() {
    return StateTile.of(queue.overview(), "", "none", destinations.phrases());
  }

  String oldest() {
    QueueOverview all = queue.overview();
    return all.oldest().map(destinations.phrases()::age).orElse("");
  }
}
