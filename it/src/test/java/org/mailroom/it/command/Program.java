package org.mailroom.it.command;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this machine, run with arguments, in a bounded time. */
public final class Program {

  private static final File NOTHING = new File("/dev/null");

  private static final Path TARGET = Path.of("target/programs").toAbsolutePath();

  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Duration limit = Duration.ofMinutes(5);

  private Program(Path executable) {
    command.add(executable.toString());
  }

  /**
   * A program that Debian has.
   *
   * @throws AssertionError when it is missing, with what to install
   */
  public static Program ofDebian(String name, String debianPackage) {
    for (String folder : (System.getenv("PATH") + ":/usr/sbin").split(":", -1)) {
      Path executable = Path.of(folder, name);
      if (Files.isExecutable(executable)) {
        return new Program(executable);
      }
    }
    throw new AssertionError(
        name + " is missing on this machine: apt-get install " + debianPackage);
  }

  /** A program that Debian has, run by root: directly, or by sudo without a password. */
  public static Program asRoot(String name, String debianPackage) {
    Program program = ofDebian(name, debianPackage);
    return System.getProperty("user.name").equals("root")
        ? program
        : program.under(ofDebian("sudo", "sudo").with("-n"));
  }

  /** A program of this path. */
  public static Program of(Path executable) {
    return new Program(executable);
  }

  /** A program of this project. */
  public static Program ofProject(String path) {
    return new Program(inProject(path));
  }

  /** A file of this project. */
  static Path inProject(String path) {
    return Path.of(System.getProperty("mailroom.project", ".."))
        .resolve(path)
        .toAbsolutePath()
        .normalize();
  }

  /** A program of Debian that starts this one, as nice(1) would. */
  public Program under(Program wrapper) {
    command.addAll(0, wrapper.command);
    return this;
  }

  /** Adds arguments. */
  public Program with(String... arguments) {
    command.addAll(List.of(arguments));
    return this;
  }

  /** Sets variables of the environment, which has no other {@code MAILROOM_} setting. */
  public Program in(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  /** Bounds the time. */
  public Program within(Duration atMost) {
    limit = atMost;
    return this;
  }

  /** Runs it to its end, with nothing to read. */
  public Result run() throws IOException {
    Files.createDirectories(TARGET);
    Path out = Files.createTempFile(TARGET, "out", ".txt");
    Path error = Files.createTempFile(TARGET, "err", ".txt");
    Process process = start(out, error, Redirect.from(NOTHING));
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(
            command + " has not ended in " + limit + ": " + Files.readString(error));
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(error));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Starts it, and leaves it to the caller to end it. */
  public Process start(Path out, Path error) throws IOException {
    return start(out, error, Redirect.PIPE);
  }

  private Process start(Path out, Path error, Redirect in) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(Program::isSetting);
    builder.environment().putAll(environment);
    return builder
        .redirectInput(in)
        .redirectOutput(out.toFile())
        .redirectError(error.toFile())
        .start();
  }

  private static boolean isSetting(String name) {
    return name.startsWith("MAILROOM_") && !name.equals("MAILROOM_JAVA_HOME");
  }
}
