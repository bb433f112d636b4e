package org.mailroom.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PostgresClusterTest {

  @Test
  void whatOneThatWasKilledLeftBehindGoesWhenTheNextBegins() throws Exception {
    try (PostgresCluster killed = PostgresCluster.begin()) {
      kill(killed);
      try (PostgresCluster next = PostgresCluster.begin(killed.port())) {
        assertThat(next.newDatabase("made")).endsWith(killed.port() + "/made");
      }
    }
  }

  private static void kill(PostgresCluster cluster) throws Exception {
    Path pid =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "mailroom-postgres-" + cluster.port(),
            "data",
            "postmaster.pid");
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0))).orElseThrow();
    server.destroyForcibly();
    server.onExit().get();
    assertThat(pid).exists();
  }
}
