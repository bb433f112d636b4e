package org.mailroom.it.crash;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.mailroom.it.command.Hub;

/** The application taken out of a running server and put in again, and what the log says of it. */
final class Redeployment {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern SCANNED = Pattern.compile("The queue has (\\d+) mails; read in");
  private static final String OLD_JAVA = "platform threads with Java";
  private static final String REPLACED = "Replaced deployment \"mailroom.ear\"";

  private final Hub hub;

  /** Of a hub whose server runs. */
  Redeployment(Hub hub) {
    this.hub = hub;
  }

  /** As an operator does it: a marker beside the application, which the server looks for. */
  void byMarker() throws IOException {
    long before = replacements();
    Files.createFile(hub.data().resolve("server/deployments/mailroom.ear.dodeploy"));
    await("the redeployment").atMost(PATIENCE).until(() -> replacements() > before);
    awaitReady();
  }

  /** By the server's management interface, and waits until the hub is ready again. */
  void byManagement() throws IOException {
    ask();
    awaitReady();
  }

  /** The interface answers when the application has started. */
  private void ask() throws IOException {
    hub.manage("/deployment=mailroom.ear:redeploy");
  }

  /** The same beside whatever the test does; done when the interface has answered. */
  CompletableFuture<Void> byManagementSoon() {
    return CompletableFuture.runAsync(
        () -> {
          try {
            ask();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> Thread.ofVirtual().name("redeployment").start(task));
  }

  /** Waits until mail moves. */
  void awaitReady() {
    await("the hub is ready again")
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> hub.api("status").getBoolean("ready"));
  }

  private long replacements() throws IOException {
    return log().lines().filter(line -> line.contains(REPLACED)).count();
  }

  /** How many mails each scan has found since the log began. */
  List<Integer> scans() throws IOException {
    return SCANNED.matcher(log()).results().map(found -> Integer.valueOf(found.group(1))).toList();
  }

  /** How often a start has found the broker's pools, or has left them alone, as it has to. */
  long startsWithPoolsFound() throws IOException {
    return log()
        .lines()
        .filter(line -> line.contains("virtual threads in 6 pools") || line.contains(OLD_JAVA))
        .count();
  }

  private String log() throws IOException {
    return Files.readString(hub.data().resolve("logs/server.log"));
  }
}
