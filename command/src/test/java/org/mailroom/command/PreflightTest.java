package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

  @TempDir private Path folder;
  private Installation installation;
  private Map<String, String> environment;

  @BeforeEach
  void install() throws IOException {
    installation = new Installation(folder.resolve("home"));
    for (Path file :
        List.of(
            installation.application(),
            installation.databaseDriver(),
            installation.setUpScript())) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
    FakeWildFly.in(installation.defaultWildFlyHome(), "WildFly", "39.0.1.Final");
    environment =
        new HashMap<>(
            Map.of(
                "MAILROOM_SMTP_PORT", Integer.toString(freePort()),
                "MAILROOM_SUBMISSION_PORT", Integer.toString(freePort()),
                "MAILROOM_SUBMISSIONS_PORT", Integer.toString(freePort()),
                "MAILROOM_POP3_PORT", Integer.toString(freePort()),
                "MAILROOM_POP3S_PORT", Integer.toString(freePort()),
                "MAILROOM_IMAP_PORT", Integer.toString(freePort()),
                "MAILROOM_IMAPS_PORT", Integer.toString(freePort()),
                "MAILROOM_HTTP_PORT", Integer.toString(freePort()),
                "MAILROOM_HTTPS_PORT", "0",
                "MAILROOM_MANAGEMENT_PORT", Integer.toString(freePort())));
  }

  @Test
  void whatIsInOrderPassesAndLeavesNothing() throws IOException {
    List<Path> before = files();

    assertThatCode(this::check).doesNotThrowAnyException();

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void problemsOfAllKindsComeTogetherAndNothingIsChanged() throws IOException {
    Files.delete(installation.application());
    Files.delete(installation.defaultWildFlyHome().resolve("jboss-modules.jar"));
    environment.put("MAILROOM_EXPIRY", "soon");
    environment.put("MAILROOM_DATA", installation.setUpScript().toString());
    List<Path> before = files();
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      environment.put("MAILROOM_SMTP_PORT", Integer.toString(taken.getLocalPort()));

      // The data directory is a file here, so nobody holds it and the ports are looked at.
      assertThat(reasons())
          .satisfiesExactly(
              line -> assertThat(line).startsWith("MAILROOM_EXPIRY is \"soon\": expected"),
              line -> assertThat(line).endsWith("is not a directory that can be written"),
              line ->
                  assertThat(line)
                      .isEqualTo(
                          "MAILROOM_SMTP_PORT is "
                              + taken.getLocalPort()
                              + ": another program listens on that port of 127.0.0.1"),
              line -> assertThat(line).contains("is not whole: jboss-modules.jar is missing"),
              line -> assertThat(line).startsWith(installation.application() + " is missing"));
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void anAddressOfAnotherMachineIsNamedOnce() {
    environment.put("MAILROOM_BIND", "192.0.2.1");

    assertThat(reasons())
        .containsExactly("MAILROOM_BIND is 192.0.2.1: expected an address of this machine");
  }

  @Test
  void aHeldDirectoryIsTheOnlyProblem() throws Exception {
    Path lock = folder.resolve("data/lock");
    Files.createDirectories(lock.getParent());
    Files.writeString(lock, "4711\n");
    environment.put("MAILROOM_DATA", lock.getParent().toString());
    Process holder =
        new ProcessBuilder("flock", lock.toString(), "sh", "-c", "echo held; exec sleep 60")
            .start();
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      environment.put("MAILROOM_SMTP_PORT", Integer.toString(taken.getLocalPort()));
      assertThat(holder.inputReader().readLine()).isEqualTo("held");

      assertThat(reasons())
          .containsExactly(
              "Another hub holds the data directory " + lock.getParent() + " (process 4711)");
    } finally {
      holder.descendants().forEach(ProcessHandle::destroyForcibly);
      holder.destroyForcibly();
    }
  }

  @Test
  void theLockGoesWithItsHolder() throws Exception {
    Path lock = folder.resolve("data/lock");
    Files.createDirectories(lock.getParent());
    environment.put("MAILROOM_DATA", lock.getParent().toString());
    Process holder =
        new ProcessBuilder(
                "sh", "-c", "exec 9<>\"$0\"; flock 9; echo held; exec sleep 60", lock.toString())
            .start();
    assertThat(holder.inputReader().readLine()).isEqualTo("held");

    holder.destroyForcibly().waitFor();

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  private void check() throws FailureException {
    new Preflight(installation, Configuration.load(installation, folder, environment)).check(true);
  }

  private List<String> reasons() {
    return catchThrowableOfType(FailureException.class, this::check).reasons();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.sorted().toList();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
