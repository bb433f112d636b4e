package org.mailroom.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of the tests' own, of Debian's package: a cluster in a temporary folder, on a port
 * that is free, run by a user that is not root. Gone with this JVM.
 */
final class PostgresCluster {

  private static final int SECONDS = 120;
  private static final String USER = "mailroom";
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static PostgresCluster running;

  private final Path programs = programs();
  private final boolean asRoot = System.getProperty("user.name").equals("root");
  private final Path folder;
  private final int port;

  private PostgresCluster() throws IOException {
    folder = Files.createTempDirectory("mailroom-postgres");
    port = freePort();
    if (asRoot) {
      run("chown", "postgres", folder.toString());
    }
    Path data = folder.resolve("data");
    Path log = folder.resolve("log");
    runAsNobodySpecial(
        programs.resolve("initdb").toString(),
        "--pgdata=" + data,
        "--username=" + USER,
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync");
    Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
    runAsNobodySpecial(
        programs.resolve("pg_ctl").toString(),
        "--pgdata=" + data,
        "--log=" + log,
        "--wait",
        "-o",
        "-p " + port + " -h 127.0.0.1 -c unix_socket_directories='' -c fsync=off",
        "start");
  }

  /** A new, empty database of the cluster, which is made on first use. */
  static synchronized DataSource newDatabase() {
    try {
      if (running == null) {
        running = new PostgresCluster();
      }
      String name = "mailroom" + DATABASES.incrementAndGet();
      try (Connection connection = running.source("postgres").getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return running.source(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private DataSource source(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(USER);
    return source;
  }

  private void remove() {
    try {
      runAsNobodySpecial(
          programs.resolve("pg_ctl").toString(),
          "--pgdata=" + folder.resolve("data"),
          "--mode=immediate",
          "stop");
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void runAsNobodySpecial(String... command) throws IOException {
    List<String> words = new ArrayList<>();
    if (asRoot) {
      words.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    words.addAll(Arrays.asList(command));
    run(words.toArray(String[]::new));
  }

  private static void run(String... command) throws IOException {
    Path output = Files.createTempFile("mailroom-postgres", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + ": " + Files.readString(output));
      }
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
