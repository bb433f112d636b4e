package org.mailroom.it.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.ledger.Ledger.Answer;
import org.mailroom.it.ledger.Ledger.Sent;

/**
 * I10, of a run without a kill: the mail log has one line for each accepted mail and one end for
 * each recipient, and the server's log no stack trace.
 */
public final class LogAccount {

  private static final Pattern LINE =
      Pattern.compile("^\\S+ (accepted|delivered|failed) id=(\\S+) from=<.*?> to=<(.*?)> .*");
  private static final int SHOWN = 10;

  private final Map<String, Integer> accepted = new HashMap<>();
  private final Map<String, Integer> ends = new HashMap<>();
  private final List<String> traces = new ArrayList<>();

  /** Reads the logs in a hub's folder of logs. */
  public LogAccount(Path logs) throws IOException {
    for (Path file : files(logs, "mail.log")) {
      try (Stream<String> lines = Files.lines(file, UTF_8)) {
        lines.map(LINE::matcher).filter(Matcher::matches).forEach(this::count);
      }
    }
    for (Path file : files(logs, "server.log")) {
      try (Stream<String> lines = Files.lines(file, UTF_8)) {
        lines.filter(line -> line.startsWith("\tat ")).limit(SHOWN).forEach(traces::add);
      }
    }
  }

  private void count(Matcher line) {
    if (line.group(1).equals("accepted")) {
      accepted.merge(line.group(2), 1, Integer::sum);
    } else {
      ends.merge(line.group(2) + " " + line.group(3), 1, Integer::sum);
    }
  }

  /** What is wrong with the logs of a run that has come to rest, with an empty queue. */
  public List<String> i10(Ledger ledger) {
    List<String> broken = new ArrayList<>();
    for (Sent sent : ledger.sent().values()) {
      if (sent.answer() == Answer.TAKEN) {
        String id = RawSmtp.queueId(sent.reply());
        expectOne(broken, accepted.getOrDefault(id, 0), "acceptances of " + id);
        for (String who : sent.mail().recipients()) {
          expectOne(broken, ends.getOrDefault(id + " " + who, 0), "ends of " + id + " for " + who);
        }
      }
    }
    return broken;
  }

  /** The first lines of stack traces in the server's log: a run without a stop has none. */
  public List<String> traces() {
    return List.copyOf(traces);
  }

  private static void expectOne(List<String> broken, int count, String what) {
    if (count != 1) {
      broken.add("I10: the mail log has " + count + " " + what);
    }
  }

  private static List<Path> files(Path logs, String name) throws IOException {
    try (Stream<Path> listing = Files.list(logs)) {
      return listing.filter(file -> file.getFileName().toString().startsWith(name)).toList();
    }
  }
}
