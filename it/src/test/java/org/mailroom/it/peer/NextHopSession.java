package org.mailroom.it.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/** One connection of a {@link ScriptedNextHop}. */
final class NextHopSession {

  /** How often a wait for a test looks whether the next hop closes. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private final ScriptedNextHop hop;
  private final int number;
  private Socket socket;
  private CrlfReader in;
  private OutputStream out;
  private final List<String> rcpts = new ArrayList<>();
  private String mail;
  private boolean open = true;

  NextHopSession(ScriptedNextHop hop, int number, Socket socket) throws IOException {
    this.hop = hop;
    this.number = number;
    talkOver(socket);
  }

  private void talkOver(Socket connection) throws IOException {
    socket = connection;
    in = new CrlfReader(connection.getInputStream(), what -> hop.violated(number, what));
    out = connection.getOutputStream();
  }

  void run() throws IOException {
    answer(Stage.GREETING, "");
    while (open) {
      String line = new String(in.readLine(), UTF_8);
      hop.heard(number, line);
      obey(line);
    }
  }

  private void obey(String line) throws IOException {
    String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    switch (verb) {
      case "EHLO" -> answer(Stage.EHLO, line);
      case "HELO" -> answer(Stage.HELO, line);
      case "STARTTLS" -> startTls(line);
      case "AUTH" -> answer(Stage.AUTH, line);
      case "MAIL" -> mail(line);
      case "RCPT" -> rcpt(line);
      case "DATA" -> data(line);
      case "RSET" -> {
        forget();
        answer(Stage.RSET, line);
      }
      case "NOOP" -> answer(Stage.NOOP, line);
      case "QUIT" -> {
        answer(Stage.QUIT, line);
        open = false;
      }
      default -> {
        hop.violated(number, "an unknown command: " + line);
        say(List.of("500 5.5.1 unknown"));
      }
    }
  }

  private void startTls(String line) throws IOException {
    if (!offersTls()) {
      hop.violated(number, "STARTTLS, which was not offered");
      say(List.of("502 5.5.1 not offered"));
    } else if (answer(Stage.STARTTLS, line)) {
      SSLSocket secured =
          (SSLSocket)
              hop.tls()
                  .orElseThrow()
                  .getSocketFactory()
                  .createSocket(socket, socket.getInetAddress().getHostAddress(), 0, true);
      secured.setUseClientMode(false);
      secured.startHandshake();
      forget();
      talkOver(secured);
    }
  }

  private boolean offersTls() {
    return hop.tls().isPresent() && !(socket instanceof SSLSocket);
  }

  private void mail(String line) throws IOException {
    if (mail != null) {
      hop.violated(number, "a second MAIL: " + line);
    }
    if (answer(Stage.MAIL, line)) {
      mail = line.substring(5);
    }
  }

  private void rcpt(String line) throws IOException {
    if (mail == null) {
      say(List.of("503 5.5.1 MAIL first"));
    } else if (answer(Stage.RCPT, line)) {
      rcpts.add(line.substring(5));
    }
  }

  private void data(String line) throws IOException {
    if (rcpts.isEmpty()) {
      say(List.of("554 5.5.1 no valid recipients"));
      return;
    }
    if (!answer(Stage.DATA, line)) {
      return;
    }
    ReceivedContent content = new ReceivedContent(hop.keeps());
    boolean first = true;
    for (byte[] text = in.readLine(); !isDot(text); text = in.readLine()) {
      content.add(text);
      if (first) {
        first = false;
        answer(Stage.BODY, mail);
        if (!open) {
          return;
        }
      }
    }
    hop.heard(number, ".");
    RelayedMail taken = content.toMail(number, mail, List.copyOf(rcpts));
    // Kept before the reply, so that whoever saw the reply's effect finds the mail.
    Action action = hop.script.actionAt(Stage.DOT, mail + rcpts).orElse(usual(Stage.DOT));
    if (accepts(action)) {
      hop.took(taken);
    }
    forget();
    act(action);
  }

  private void forget() {
    mail = null;
    rcpts.clear();
  }

  /** True when the answer is 2yz or 3yz. */
  private boolean answer(Stage stage, String line) throws IOException {
    Action action = hop.script.actionAt(stage, line).orElse(usual(stage));
    act(action);
    return accepts(action);
  }

  private Action usual(Stage stage) {
    if (stage == Stage.BODY) {
      return new Action.Reply(List.of());
    }
    List<String> lines = new ArrayList<>(List.of(stage.usualReply()));
    if (stage == Stage.EHLO) {
      if (offersTls()) {
        lines.add("250 STARTTLS");
      }
      lines.addAll(hop.extensions().stream().map(keyword -> "250 " + keyword).toList());
      for (int i = 0; i < lines.size() - 1; i++) {
        lines.set(i, "250-" + lines.get(i).substring(4));
      }
    }
    return new Action.Reply(lines);
  }

  private static boolean accepts(Action action) {
    return switch (action) {
      case Action.Reply reply -> accepts(reply.lines());
      case Action.ReplyAndDrop reply -> accepts(reply.lines());
      case Action.Late late -> accepts(late.then());
      case Action.After after -> accepts(after.then());
      case Action.Drop drop -> false;
      case Action.Hang hang -> false;
      case Action.Garbage garbage -> false;
      case Action.Endless endless -> false;
    };
  }

  private static boolean accepts(List<String> lines) {
    return lines.isEmpty() || lines.get(0).startsWith("2") || lines.get(0).startsWith("3");
  }

  private void act(Action action) throws IOException {
    switch (action) {
      case Action.Reply reply -> say(reply.lines());
      case Action.ReplyAndDrop reply -> {
        say(reply.lines());
        open = false;
      }
      case Action.Drop drop -> open = false;
      case Action.Hang hang -> {
        pause(Long.MAX_VALUE);
        open = false;
      }
      case Action.Garbage garbage -> {
        out.write(garbage.octets().getBytes(ISO_8859_1));
        out.flush();
      }
      case Action.Endless endless -> {
        byte[] line = (endless.line() + "\r\n").getBytes(UTF_8);
        while (hop.closing.getCount() > 0) {
          out.write(line);
        }
        open = false;
      }
      case Action.Late late -> {
        pause(late.delay().toNanos());
        act(late.then());
      }
      case Action.After after -> {
        while (after.signal().getCount() > 0 && hop.closing.getCount() > 0) {
          await(after.signal(), LOOK.toNanos());
        }
        act(after.then());
      }
    }
  }

  /** Returns at once when the next hop closes. */
  private void pause(long nanos) {
    await(hop.closing, nanos);
  }

  private void await(CountDownLatch latch, long nanos) {
    try {
      latch.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      open = false;
    }
  }

  private void say(List<String> lines) throws IOException {
    if (!lines.isEmpty()) {
      out.write((String.join("\r\n", lines) + "\r\n").getBytes(UTF_8));
      out.flush();
    }
  }

  private static boolean isDot(byte[] line) {
    return line.length == 1 && line[0] == '.';
  }
}
