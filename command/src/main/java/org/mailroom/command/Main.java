package org.mailroom.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs one command, and says how it went: exit code 0 done, 1 failed, 2 usage; {@code sendmail} has
 * its own.
 */
public final class Main {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private Main() {}

  /**
   * The program. The system property {@code mailroom.home} names the folder of Mailroom.
   *
   * @param words the command and its arguments
   */
  public static void main(String[] words) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Installation installation = new Installation(Path.of(System.getProperty("mailroom.home")));
    Context context = Context.of(installation, System.getenv(), out);
    System.exit(run(Arrays.asList(words), context, err));
  }

  static int run(List<String> words, Context context, PrintStream err) {
    try {
      command(words).run(words.subList(1, words.size()), context);
      return DONE;
    } catch (UsageException e) {
      err.println("mailroom: " + e.getMessage());
      err.println(Usage.hint());
      return USAGE;
    } catch (FailureException e) {
      e.reasons().forEach(reason -> err.println("mailroom: " + reason));
      return e.exitCode();
    } catch (IOException e) {
      err.println("mailroom: " + e);
      return FAILED;
    } finally {
      context.out().flush();
      err.flush();
    }
  }

  private static Command command(List<String> words) throws UsageException {
    if (words.isEmpty()) {
      throw new UsageException("a command is missing");
    }
    Command command = commands().get(words.get(0));
    if (command == null) {
      throw new UsageException("unknown command: " + words.get(0));
    }
    return command;
  }

  /** {@code run}, {@code start} and {@code prepare} are the shell's, made of the first three. */
  private static Map<String, Command> commands() {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("check", new CheckCommand());
    commands.put("prepare-server", new PrepareServerCommand());
    commands.put("await", new AwaitCommand());
    commands.put("stop", new StopCommand());
    commands.put("status", new StatusCommand());
    commands.put("send", new SendCommand());
    commands.put("sendmail", new SendmailCommand());
    commands.put("queue", new QueueCommand());
    commands.put("pause", new PauseCommand());
    commands.put("resume", new ResumeCommand());
    commands.put("limit", new LimitCommand());
    commands.put("session", new SessionCommand());
    commands.put("audit", new AuditCommand());
    commands.put("organisation", new OrganisationCommand());
    for (DirectoryKind kind : DirectoryKind.values()) {
      commands.put(kind.word(), new DirectoryCommand(kind));
    }
    commands.put("mailbox", new MailboxCommand());
    commands.put("token", new TokenCommand());
    commands.put("trace", new TraceCommand());
    commands.put("demo", new DemoCommand());
    commands.put("help", (arguments, context) -> context.out().print(Usage.text()));
    commands.put("version", new VersionCommand());
    return commands;
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
