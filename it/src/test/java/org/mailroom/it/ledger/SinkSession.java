package org.mailroom.it.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One connection of a {@link LedgerSink}. Replies to pipelined commands go out together. */
final class SinkSession {

  private static final String EHLO =
      "250-sink.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES";

  private final LedgerSink sink;
  private final SinkLines in;
  private final OutputStream out;
  private final List<String> recipients = new ArrayList<>();
  private String reversePath;
  private boolean open = true;

  SinkSession(LedgerSink sink, Socket socket) throws IOException {
    this.sink = sink;
    this.in = new SinkLines(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  void run() throws IOException {
    say("220 sink.test ESMTP");
    while (open) {
      in.next();
      String line = in.text();
      switch (line.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
        case "EHLO", "HELO" -> say(EHLO);
        case "MAIL" -> {
          reversePath = path(line);
          recipients.clear();
          say("250 2.1.0 ok");
        }
        case "RCPT" -> rcpt(path(line));
        case "DATA" -> data();
        case "RSET" -> {
          recipients.clear();
          say("250 2.0.0 ok");
        }
        case "QUIT" -> {
          say("221 2.0.0 bye");
          open = false;
        }
        default -> say("250 2.0.0 ok");
      }
    }
  }

  private void rcpt(String recipient) throws IOException {
    if (LedgerSink.isGone(recipient)) {
      say("550 5.1.1 gone");
    } else if (sink.isBusy(recipient)) {
      say("451 4.2.1 busy");
    } else {
      recipients.add(recipient);
      say("250 2.1.5 ok");
    }
  }

  private void data() throws IOException {
    if (recipients.isEmpty()) {
      say("554 5.5.1 nobody to take it");
      return;
    }
    say("354 go on");
    SinkContent content = new SinkContent(reversePath.isEmpty());
    for (in.next(); !in.isDot(); in.next()) {
      content.add(in);
    }
    sink.took(reversePath, recipients, content);
    recipients.clear();
    say("250 2.0.0 taken");
  }

  private void say(String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(US_ASCII));
  }

  private static String path(String line) {
    int from = line.indexOf('<');
    int to = line.indexOf('>', from);
    return from < 0 || to < 0 ? "" : line.substring(from + 1, to);
  }
}
