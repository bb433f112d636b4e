package org.mailroom.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code mailbox backup}, {@code mailbox restore} and {@code mailbox import}. */
final class MailboxCommand implements Command {

  private static final String AS_JSON = "--json";
  private static final String REASON = "--reason";
  private static final String INTO = "--into";
  private static final String STANDARD = "-";
  private static final String ADDRESS = "ADDRESS";
  private static final String ZIP = "application/zip";
  private static final String MBOX = "application/mbox";

  @Override
  public void run(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    if (words.isEmpty()) {
      throw new UsageException("mailbox needs backup, restore or import");
    }
    List<String> rest = words.subList(1, words.size());
    switch (words.get(0)) {
      case "backup" -> backUp(rest, context);
      case "restore" -> restore(rest, context);
      case "import" -> importMail(rest, context);
      default -> throw new UsageException("unknown command: mailbox " + words.get(0));
    }
  }

  private static void backUp(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments arguments = Arguments.parse(words, Set.of(), Set.of(REASON), 2);
    String address = arguments.operand(0, ADDRESS);
    String file = arguments.operand(1, "FILE");
    String path = path(address, "archive?reason=", arguments);
    if (file.equals(STANDARD)) {
      receive(path, context.out(), context);
      if (context.out().checkError()) {
        throw new FailureException("Standard output can't be written");
      }
      return;
    }
    try (PartialFile partial = new PartialFile(context.workingDirectory().resolve(file))) {
      receive(path, partial.out(), context);
      partial.complete();
    }
    context.out().println((address + " is backed up in " + file).replaceAll("\\p{C}", "?"));
  }

  private static void receive(String path, OutputStream out, Context context)
      throws FailureException, IOException {
    ZipOutput zip = new ZipOutput(out);
    api(context).receive(path, zip);
    zip.flush();
    if (!zip.isComplete()) {
      throw new FailureException("The backup broke off: the hub's log says why");
    }
  }

  private static void restore(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(REASON), 2);
    String path = path(arguments.operand(0, ADDRESS), "archive?reason=", arguments);
    BodyPublisher archive = file(arguments.operand(1, "FILE"), context);
    show(api(context).upload(path, ZIP, archive), arguments, context);
  }

  private static void importMail(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON), Set.of(REASON, INTO), 2);
    String address = arguments.operand(0, ADDRESS);
    String operand = arguments.operand(1, "FILE or DIRECTORY");
    String into = arguments.value(INTO).map(name -> "&into=" + HubApi.encoded(name)).orElse("");
    Path directory = context.workingDirectory().resolve(operand);
    if (operand.equals(STANDARD) || !Files.isDirectory(directory)) {
      String path = path(address, "import?format=mbox" + into + "&reason=", arguments);
      show(api(context).upload(path, MBOX, file(operand, context)), arguments, context);
      return;
    }
    MaildirZip zip = MaildirZip.of(directory);
    String path = path(address, "import?format=maildir" + into + "&reason=", arguments);
    show(api(context).upload(path, ZIP, BodyPublishers.ofByteArrays(zip)), arguments, context);
    if (zip.missing() > 0) {
      throw new FailureException(
          zip.missing() + " files were renamed or deleted meanwhile: import once more");
    }
  }

  /** In chunks: the server refuses a large body by its length before anybody asks who sends it. */
  private static BodyPublisher file(String name, Context context)
      throws FailureException, IOException {
    if (name.equals(STANDARD)) {
      return BodyPublishers.ofInputStream(() -> System.in);
    }
    Path file = context.workingDirectory().resolve(name);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new FailureException("The file " + file + " can't be read");
    }
    InputStream in = Files.newInputStream(file);
    return BodyPublishers.ofInputStream(() -> in);
  }

  private static void show(String answer, Arguments arguments, Context context) {
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      print(Json.parse(answer), context.out());
    }
  }

  private static void print(Json tally, PrintStream out) {
    out.println(
        tally.get("added").text()
            + " added, "
            + tally.get("known").text()
            + " there already, in "
            + tally.get("mailboxes").text()
            + " mailboxes");
    warn(tally.get("too_large"), "messages are too large for this hub, and left out", out);
    warn(tally.get("ignored"), "files are no messages, and left out", out);
  }

  private static void warn(Json count, String what, PrintStream out) {
    if (count.number() > 0) {
      out.println(count.text() + " " + what);
    }
  }

  private static String path(String address, String request, Arguments arguments) {
    Optional<String> reason = arguments.value(REASON);
    return "mailboxes/"
        + HubApi.encoded(address)
        + "/"
        + request
        + HubApi.encoded(reason.orElse(""));
  }

  private static HubApi api(Context context) throws FailureException {
    return new HubApi(context.configuration().soundSettings());
  }
}
