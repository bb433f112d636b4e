package org.mailroom.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the server's log why a start failed. */
final class ServerLog {

  private static final int LONGEST = 400;
  private static final int MOST = 50;
  private static final Pattern RECORD =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\S+ (\\S+) +\\[\\S*] \\([^)]*\\) (.*)");

  /** The class is shown without its package. */
  private static final Pattern CAUSE = Pattern.compile("\\s*Caused by: (?:[a-z][\\w$]*\\.)*(.*)");

  /** What stands below the message of an exception, which may have several lines. */
  private static final Pattern FRAME =
      Pattern.compile("\\s*(at .*|\\.\\.\\. \\d+ (more|common frames omitted)|Suppressed: .*)");

  private ServerLog() {}

  /** What was written behind an offset; all, when the log is shorter because a new one began. */
  static List<String> linesBehind(Path log, long offset) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    try (InputStream in = Files.newInputStream(log)) {
      if (Files.size(log) >= offset) {
        in.skipNBytes(offset);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.asList(text.split("\n"));
    }
  }

  /** True when the server says that it has started, and that something in it has not. */
  static boolean startedWithErrors(List<String> lines) {
    return lines.stream().anyMatch(line -> line.contains(" WFLYSRV0026: "));
  }

  /**
   * The root cause of the first error that has a stack trace, else the first error's text; a line
   * for each reason, none when there is no error. What an application throws at its start is the
   * cause of all that follows.
   */
  static List<String> cause(List<String> lines) {
    String firstError = null;
    List<String> cause = new ArrayList<>();
    boolean inError = false;
    boolean inCause = false;
    for (String line : lines) {
      Matcher record = RECORD.matcher(line);
      if (record.matches()) {
        if (!cause.isEmpty()) {
          break;
        }
        inError = record.group(1).equals("ERROR") || record.group(1).equals("FATAL");
        if (inError && firstError == null) {
          firstError = record.group(2);
        }
      } else if (inError) {
        Matcher matcher = CAUSE.matcher(line);
        if (matcher.matches()) {
          cause.clear();
          cause.add(matcher.group(1));
          inCause = true;
        } else if (inCause && !line.isBlank() && !FRAME.matcher(line).matches()) {
          cause.add(line);
        } else {
          inCause = false;
        }
      }
    }
    if (cause.isEmpty() && firstError != null) {
      cause.add(firstError);
    }
    return cause.stream().limit(MOST).map(ServerLog::shortened).toList();
  }

  private static String shortened(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
  }
}
