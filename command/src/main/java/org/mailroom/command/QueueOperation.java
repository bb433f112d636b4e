package org.mailroom.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * {@code queue hold ID-or-FILTER} and its like: has the hub do it, shows how far it is, and says
 * what came of it.
 */
final class QueueOperation {

  /** What there is. */
  static final Set<String> NAMES =
      new TreeSet<>(
          Set.of("hold", "release", "retry", "reroute", "expire", "fail", "delete", "export"));

  /** A filter may be many words. */
  static final int WORDS = 100;

  private static final Set<String> NEED_REASON = Set.of("hold", "fail", "delete");

  /** Between two looks at a job: short ones end at once, long ones are not slowed. */
  private static final long FIRST_PAUSE_MILLIS = 100;

  private static final long LAST_PAUSE_MILLIS = 1000;
  private static final String AS_JSON = "--json";
  private static final String DRY_RUN = "--dry-run";
  private static final String REASON = "--reason";
  private static final String TO = "--to";
  private static final String AT = "--at";
  private static final String UNTIL = "--until";
  private static final String OUTPUT = "--output";

  private final String name;

  QueueOperation(String name) {
    this.name = name;
  }

  void run(List<String> words, Context context) throws UsageException, FailureException {
    Arguments arguments = Arguments.parse(words, Set.of(AS_JSON, DRY_RUN), valued(), WORDS);
    check(arguments);
    HubApi api = new HubApi(context.configuration().soundSettings());
    String answer = api.post("operations", request(arguments));
    if (arguments.has(DRY_RUN)) {
      show(answer, arguments, context, QueueOperation::dryRun);
      return;
    }
    String ended = await(answer, api, arguments.has(AS_JSON));
    Json job = Json.parse(ended);
    try {
      if (name.equals("export") && job.get("done").number() > 0) {
        export(job, arguments, api, context);
        if (!arguments.has(OUTPUT)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new FailureException("The export can't be written: " + e.getMessage());
    }
    show(ended, arguments, context, result -> List.of(result.get("result").text()));
    if (!job.get("state").text().equals("done")) {
      throw new FailureException("The operation has not ended as it should: see audit list");
    }
  }

  private Set<String> valued() {
    return switch (name) {
      case "hold" -> Set.of(REASON, UNTIL);
      case "reroute" -> Set.of(REASON, TO);
      case "expire" -> Set.of(REASON, AT);
      case "export" -> Set.of(REASON, OUTPUT);
      default -> Set.of(REASON);
    };
  }

  private void check(Arguments arguments) throws UsageException {
    arguments.operand(0, "ID or FILTER");
    if (NEED_REASON.contains(name) && arguments.value(REASON).isEmpty()) {
      throw new UsageException("queue " + name + " needs " + REASON);
    }
    if (name.equals("reroute") && arguments.value(TO).isEmpty()) {
      throw new UsageException("queue reroute needs " + TO);
    }
    if (name.equals("expire") && arguments.value(AT).isEmpty()) {
      throw new UsageException("queue expire needs " + AT);
    }
  }

  private String request(Arguments arguments) {
    JsonObject request =
        new JsonObject()
            .with("operation", name)
            .with("filter", arguments.text())
            .with("reason", arguments.value(REASON))
            .with("to", arguments.value(TO))
            .with("expiry", arguments.value(AT))
            .with("until", arguments.value(UNTIL));
    return (arguments.has(DRY_RUN) ? request.raw("dry_run", "true") : request).toString();
  }

  /** Who interrupts this leaves the job running. */
  private static String await(String started, HubApi api, boolean quiet) throws FailureException {
    String answer = started;
    Json job = Json.parse(answer);
    String path = "jobs/" + job.get("id").text();
    boolean shown = false;
    long progress = System.nanoTime();
    long pause = FIRST_PAUSE_MILLIS;
    while (job.get("state").text().equals("running")) {
      sleep(pause);
      pause = Math.min(LAST_PAUSE_MILLIS, pause * 5 / 4);
      answer = api.get(path);
      job = Json.parse(answer);
      if (!quiet && System.nanoTime() - progress > 1_000_000_000L) {
        progress = System.nanoTime();
        shown = true;
        System.err.print(
            "\r" + job.get("settled").text() + " of " + job.get("total").text() + " mails");
      }
    }
    if (shown) {
      System.err.println();
    }
    return answer;
  }

  private interface Words {
    List<String> of(Json answer);
  }

  private static void show(String answer, Arguments arguments, Context context, Words words) {
    if (arguments.has(AS_JSON)) {
      context.out().println(answer.strip());
    } else {
      words.of(Json.parse(answer)).forEach(context.out()::println);
    }
  }

  private static List<String> dryRun(Json answer) {
    List<String> lines = new ArrayList<>();
    StringBuilder first = new StringBuilder();
    first.append(answer.get("changing").text()).append(" would be changed");
    for (Map.Entry<String, Json> skipped : answer.get("skipped").members().entrySet()) {
      first
          .append(", ")
          .append(skipped.getValue().text())
          .append(" skipped: ")
          .append(skipped.getKey());
    }
    lines.add(first.toString());
    for (Json mail : answer.get("sample").elements()) {
      List<Json> to = mail.get("to").elements();
      String line =
          mail.get("id").text()
              + "/"
              + mail.get("part").text()
              + "  <"
              + mail.get("from").text()
              + ">  "
              + (to.isEmpty() ? "" : to.get(0).text());
      lines.add(line.replaceAll("\\p{C}", "?"));
    }
    return lines;
  }

  /** One mail to standard output; any number into a zip file or a folder. */
  private static void export(Json job, Arguments arguments, HubApi api, Context context)
      throws FailureException, IOException {
    Path zip = Files.createTempFile("mailroom-export", ".zip");
    try {
      api.download(job.get("file").text(), zip);
      if (arguments.value(OUTPUT).isEmpty()) {
        toStandardOutput(zip, context);
        return;
      }
      Path output = context.workingDirectory().resolve(arguments.value(OUTPUT).get());
      if (output.toString().endsWith(".zip")) {
        Files.move(zip, output);
      } else {
        unpack(zip, Files.createDirectories(output));
      }
    } finally {
      Files.deleteIfExists(zip);
    }
  }

  private static void toStandardOutput(Path zip, Context context)
      throws FailureException, IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      in.getNextEntry();
      Path mail = Files.createTempFile("mailroom-export", ".eml");
      try {
        Files.copy(in, mail, StandardCopyOption.REPLACE_EXISTING);
        if (in.getNextEntry() != null) {
          throw new FailureException(
              "These are several mails: name a folder or a .zip file with " + OUTPUT);
        }
        Files.copy(mail, context.out());
      } finally {
        Files.delete(mail);
      }
    }
  }

  /** The names are the hub's own: queue id, part and .eml. */
  private static void unpack(Path zip, Path folder) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.copy(in, folder.resolve(Path.of(entry.getName()).getFileName()));
      }
    }
  }

  private static void sleep(long millis) throws FailureException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException("Interrupted");
    }
  }
}
