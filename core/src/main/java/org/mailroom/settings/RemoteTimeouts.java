package org.mailroom.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mailroom.smtp.client.SmtpClientTimeouts;

/** Timeouts towards next hops, written as {@code greeting=1m,dot=20m}; the others keep theirs. */
final class RemoteTimeouts {

  static final String FORM =
      "stages with durations of at most 1h, such as greeting=1m,dot=20m; the stages are connect,"
          + " greeting, ehlo, starttls, auth, mail, rcpt, data, block, dot, quit";

  private static final Duration MOST = Duration.ofHours(1);

  private RemoteTimeouts() {}

  /**
   * The defaults, but for those that {@code text} names.
   *
   * @throws IllegalArgumentException for a stage that there isn't or that comes twice, or a
   *     duration above an hour
   */
  static SmtpClientTimeouts parse(String text) {
    Map<String, Duration> times = defaults();
    Map<String, Duration> given = new LinkedHashMap<>();
    Arrays.stream(text.split("\\s*,\\s*", -1)).forEach(pair -> add(given, pair));
    given.forEach(
        (stage, time) -> {
          if (times.replace(stage, time) == null) {
            throw new IllegalArgumentException("There is no stage " + stage);
          }
        });
    return new SmtpClientTimeouts(
        times.get("connect"),
        times.get("greeting"),
        times.get("ehlo"),
        times.get("starttls"),
        times.get("auth"),
        times.get("mail"),
        times.get("rcpt"),
        times.get("data"),
        times.get("block"),
        times.get("dot"),
        times.get("quit"));
  }

  private static void add(Map<String, Duration> given, String pair) {
    String[] halves = pair.split("=", 2);
    Duration time = Durations.parse(halves[halves.length - 1]);
    if (halves.length < 2 || time.compareTo(MOST) > 0 || given.put(halves[0], time) != null) {
      throw new IllegalArgumentException("Not a stage and its duration, once each");
    }
  }

  private static Map<String, Duration> defaults() {
    SmtpClientTimeouts usual = SmtpClientTimeouts.DEFAULTS;
    Map<String, Duration> times = new LinkedHashMap<>();
    times.put("connect", usual.connect());
    times.put("greeting", usual.greeting());
    times.put("ehlo", usual.ehlo());
    times.put("starttls", usual.startTls());
    times.put("auth", usual.auth());
    times.put("mail", usual.mail());
    times.put("rcpt", usual.rcpt());
    times.put("data", usual.data());
    times.put("block", usual.block());
    times.put("dot", usual.dot());
    times.put("quit", usual.quit());
    return times;
  }
}
