package org.mailroom.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.Mbsync;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.command.Program;
import org.mailroom.it.command.Result;

/**
 * A hub killed while a client brings 10,000 messages in step with it, half of them on each side.
 */
class SynchronisationIT {

  private static final int EACH = 5000;
  private static final int BEFORE_THE_KILL = EACH / 4;
  private static final String ADMIN = "admin@in-step.test";
  private static final String PASSWORD = "a secret of the admin";
  private static final int PORT = PortRange.next();
  private static final int IMAP = PORT + 7;

  @TempDir private Path folder;

  @Test
  void nothingIsLostAndNothingIsDoubled() throws Exception {
    Path local = Files.createDirectory(folder.resolve("mail"));
    Path inbox = local.resolve("INBOX");
    for (String name : List.of("cur", "new", "tmp")) {
      Files.createDirectories(inbox.resolve(name));
    }
    for (int i = EACH; i < 2 * EACH; i++) {
      Files.writeString(inbox.resolve("new/" + i + ".near"), mail(i));
    }
    Path settings = folder.resolve("mbsyncrc");
    Files.writeString(settings, Mbsync.settings(IMAP, ADMIN, PASSWORD, local));

    try (Hub hub =
        CrashSite.hub("in-step", PORT)
            .with("IMAP_PORT", Integer.toString(IMAP))
            .with("ADMIN_PASSWORD", PASSWORD)) {
      hub.start();
      assertThat(far("fill", Integer.toString(EACH))).isEmpty();
      killDuring(settings, hub, inbox);
      hub.start();
      synchronise(settings);
      synchronise(settings);

      List<String> all = IntStream.range(0, 2 * EACH).mapToObj(i -> "number " + i).toList();
      assertThat(far("subjects")).containsExactlyInAnyOrderElementsOf(all);
      assertThat(near(inbox)).containsExactlyInAnyOrderElementsOf(all);
    }
  }

  private static String mail(int number) {
    return "From: ann@away.test\nSubject: number " + number + "\n\n" + "Hello.\n".repeat(100);
  }

  /** When messages have gone both ways. */
  private void killDuring(Path settings, Hub hub, Path inbox) throws Exception {
    Path error = folder.resolve("error");
    Process client = Mbsync.program(settings).start(folder.resolve("out"), error);
    try {
      await("messages that have gone both ways")
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(200))
          .until(
              () -> {
                assertThat(client.isAlive()).as(Files.readString(error)).isTrue();
                return files(inbox).size() > EACH + BEFORE_THE_KILL
                    && Integer.parseInt(far("count").get(0)) > EACH + BEFORE_THE_KILL;
              });
      hub.killNine();
      assertThat(client.waitFor()).as(Files.readString(error)).isNotZero();
    } finally {
      client.destroyForcibly();
    }
  }

  private static void synchronise(Path settings) throws IOException {
    Result result = Mbsync.run(settings);
    assertThat(result.exitCode()).as(result.error()).isZero();
  }

  private List<String> far(String... what) throws IOException {
    return Program.ofDebian("python3", "python3")
        .with("src/test/python/numbered.py", Integer.toString(IMAP), ADMIN, PASSWORD)
        .with(what)
        .run()
        .success()
        .out()
        .lines()
        .toList();
  }

  private static List<String> near(Path inbox) throws IOException {
    List<String> subjects = new ArrayList<>();
    for (Path file : files(inbox)) {
      subjects.add(
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("Subject: "))
              .findFirst()
              .orElseThrow()
              .substring("Subject: ".length()));
    }
    return subjects;
  }

  private static List<Path> files(Path inbox) throws IOException {
    TreeSet<Path> files = new TreeSet<>();
    for (String name : List.of("cur", "new")) {
      try (Stream<Path> all = Files.list(inbox.resolve(name))) {
        all.forEach(files::add);
      }
    }
    return List.copyOf(files);
  }
}
