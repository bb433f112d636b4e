package org.mailroom.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the tests' own, of Debian's package: a cluster in a temporary folder, on a port
 * of 127.0.0.1, run by a user that is not root. Gone when it is closed, or with this JVM; what a
 * JVM that was killed left behind goes when the next one begins on the port.
 */
public final class PostgresCluster implements AutoCloseable {

  /** May do everything, without a password. */
  public static final String USER = "mailroom";

  private static final int SECONDS = 120;

  private final AtomicInteger databases = new AtomicInteger();
  private final Path programs = programs();
  private final boolean asRoot = System.getProperty("user.name").equals("root");
  private final int port;
  private final Path folder;

  private PostgresCluster(int port) throws IOException {
    this.port = port;
    folder = Path.of(System.getProperty("java.io.tmpdir"), "mailroom-postgres-" + port);
  }

  /** A cluster that runs, on a port that is free. */
  public static PostgresCluster begin() throws IOException {
    return begin(freePort());
  }

  /** A cluster that runs, on this port. */
  public static PostgresCluster begin(int port) throws IOException {
    PostgresCluster cluster = new PostgresCluster(port);
    cluster.remove();
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
    Files.createDirectory(cluster.folder);
    if (cluster.asRoot) {
      run(List.of("chown", "postgres", cluster.folder.toString()));
    }
    cluster.program(
        "initdb",
        "--pgdata=" + cluster.data(),
        "--username=" + USER,
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync");
    cluster.start();
    return cluster;
  }

  /** Where it listens, on 127.0.0.1. */
  public int port() {
    return port;
  }

  /**
   * A new, empty database.
   *
   * @return its JDBC URL
   */
  public String newDatabase() throws IOException {
    return newDatabase("mailroom" + databases.incrementAndGet());
  }

  /** The same, of this name. */
  public String newDatabase(String name) throws IOException {
    program("createdb", "--host=127.0.0.1", "--port=" + port, "--username=" + USER, name);
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  /** Starts it again, with all its databases. */
  public void start() throws IOException {
    program(
        "pg_ctl",
        "--pgdata=" + data(),
        "--log=" + folder.resolve("log"),
        "--wait",
        "-o",
        "-p " + port + " -h 127.0.0.1 -c unix_socket_directories='' -c fsync=off",
        "start");
  }

  /** Stops it at once: connections end, and nothing listens any more. */
  public void stop() throws IOException {
    program("pg_ctl", "--pgdata=" + data(), "--mode=immediate", "--wait", "stop");
  }

  @Override
  public void close() {
    try {
      remove();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void remove() throws IOException {
    if (runs()) {
      stop();
    }
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** False, too, for one that was killed: it leaves the file with its process id behind. */
  private boolean runs() throws IOException {
    return Files.exists(data().resolve("postmaster.pid"))
        && call(words("pg_ctl", "--pgdata=" + data(), "status")).status() == 0;
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Runs a program of PostgreSQL, as a user that it accepts. */
  private void program(String name, String... arguments) throws IOException {
    run(words(name, arguments));
  }

  private List<String> words(String name, String... arguments) {
    List<String> words = new ArrayList<>();
    if (asRoot) {
      words.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    words.add(programs.resolve(name).toString());
    words.addAll(Arrays.asList(arguments));
    return words;
  }

  private static void run(List<String> command) throws IOException {
    Ended ended = call(command);
    if (ended.status() != 0) {
      throw new IOException(String.join(" ", command) + ": " + ended.output());
    }
  }

  private record Ended(int status, String output) {}

  private static Ended call(List<String> command) throws IOException {
    Path output = Files.createTempFile("mailroom-postgres", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(
            String.join(" ", command) + " still runs: " + Files.readString(output));
      }
      return new Ended(process.exitValue(), Files.readString(output));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(output);
    }
  }

  /** The newest that Debian has installed. */
  private static Path programs() {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparingInt(bin -> Integer.parseInt(bin.getName(3).toString())))
          .orElseThrow();
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException("PostgreSQL is missing: apt-get install postgresql", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
