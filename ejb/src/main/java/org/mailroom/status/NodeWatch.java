package org.mailroom.status;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.mailroom.database.DatabaseException;
import org.mailroom.hub.Regularly;

/** Has this hub tell the others that it is there. */
@Singleton
@Startup
public class NodeWatch {

  private static final Logger LOG = System.getLogger(NodeWatch.class.getName());

  @Inject private Nodes nodes;
  @Inject private Regularly regularly;

  @PostConstruct
  void begin() {
    regularly.everyOnceOpen(Node.BEAT, this::beat);
  }

  private void beat() {
    try {
      nodes.beat();
    } catch (DatabaseException e) {
      LOG.log(Level.DEBUG, "The other hubs are not told of this one", e);
    }
  }
}
