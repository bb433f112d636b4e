package org.mailroom.status;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.mailroom.database.Database;

/**
 * The hubs on this database: this one as it is now, the others as they told of themselves when this
 * one did so last. Each has its host name for its name; two of the same name are seen as one.
 */
@Singleton
public class Nodes {

  /** So long a hub that is gone is still listed. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final Supplier<Node> reader;
  private volatile List<Node> others = List.of();

  /** Those in this database. */
  @Inject
  public Nodes(Database database, NodeReader reader) {
    this(database, reader::read);
  }

  Nodes(Database database, Supplier<Node> reader) {
    this.database = database;
    this.reader = reader;
  }

  /** This hub. */
  public Node here() {
    return reader.get();
  }

  /** All of them, by name: those that were heard of, and {@code here}. */
  public List<Node> with(Node here) {
    List<Node> all = new ArrayList<>(others);
    all.add(here);
    all.sort(Comparator.comparing(Node::name));
    return all;
  }

  /**
   * Tells of this hub, and hears of the others.
   *
   * @throws org.mailroom.database.DatabaseException when the database doesn't answer
   */
  void beat() {
    Node here = here();
    others =
        database.byJdbc(
            connection -> {
              NodeTable.keep(connection, here);
              NodeTable.forget(connection, here.seen().minus(KEPT));
              return NodeTable.all(connection).stream()
                  .filter(node -> !node.name().equals(here.name()))
                  .toList();
            });
  }
}
