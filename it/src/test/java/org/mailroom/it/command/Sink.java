package org.mailroom.it.command;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Postfix's {@code smtp-sink}, which writes every mail that it takes into one file. */
final class Sink implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String RECIPIENT = "X-Rcpt-Args: <";

  private final Process process;
  private final Path dump;

  /** A sink on a port of 127.0.0.1. */
  Sink(int port) throws IOException {
    // smtp-sink gives up root's rights before it makes the file, so the folder is everybody's.
    Path folder = Files.createTempDirectory("mailroom-sink");
    folder.toFile().setWritable(true, false);
    folder.toFile().setReadable(true, false);
    folder.toFile().setExecutable(true, false);
    dump = folder.resolve("mails");
    Program program = Program.ofDebian("smtp-sink", "postfix");
    if (System.getProperty("user.name").equals("root")) {
      program.with("-u", "nobody");
    }
    Path log = folder.resolve("log");
    process = program.with("-D", dump.toString(), "127.0.0.1:" + port, "1000").start(log, log);
    await("smtp-sink on " + port).atMost(PATIENCE).until(() -> listens(port));
  }

  /** The recipients of all mails so far, one for each copy that came. */
  List<String> recipients() throws IOException {
    List<String> found = new ArrayList<>();
    if (Files.exists(dump)) {
      for (String line : Files.readAllLines(dump, StandardCharsets.ISO_8859_1)) {
        if (line.startsWith(RECIPIENT)) {
          found.add(line.substring(RECIPIENT.length(), line.indexOf('>')));
        }
      }
    }
    return found;
  }

  /** Waits for so many. */
  List<String> awaitRecipients(int count) throws IOException {
    await("mails in the sink").atMost(PATIENCE).until(() -> recipients().size() >= count);
    return recipients();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Hub.deleteTree(dump.getParent());
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
