package org.mailroom.it.flow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.mailroom.it.peer.Listener;

/**
 * The next hop of one domain, at a loopback address of its own, made for many mails: it counts
 * them, and keeps none.
 */
final class FlowSite implements AutoCloseable {

  /** How it treats a client. */
  enum Manner {
    /** Takes everything. */
    TAKES,
    /** Greets with 421. */
    BUSY,
    /** Knows no recipient. */
    REFUSES,
    /** Refuses connections. */
    CLOSED,
    /** Never answers a SYN. */
    BLACK_HOLE
  }

  /** One accepted connection: how many were open with it, and how many mails had come before it. */
  record Opened(int open, int mails) {}

  private final InetSocketAddress address;
  private final Consumer<String> arrived;
  private final AtomicInteger mails = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final List<Opened> connections = new ArrayList<>();
  private final List<Socket> backlog = new ArrayList<>();
  private volatile Duration slowness = Duration.ZERO;
  private volatile Manner manner = Manner.CLOSED;
  private Listener listener;
  private ServerSocket hole;

  /** A site that refuses connections; {@code arrived} is told the recipient of each mail. */
  FlowSite(String host, int port, Consumer<String> arrived) throws IOException {
    this.address = new InetSocketAddress(InetAddress.getAllByName(host)[0], port);
    this.arrived = arrived;
  }

  /** Takes so long for each mail. */
  FlowSite slow(Duration forEach) {
    slowness = forEach;
    return this;
  }

  /** From now on; who only changes what it says keeps listening. */
  FlowSite be(Manner next) throws IOException {
    boolean listens = listener != null;
    manner = next;
    if (next == Manner.BLACK_HOLE) {
      swallow();
    } else if (next != Manner.CLOSED && !listens) {
      listener = new Listener(address, this::serve);
    }
    return this;
  }

  int mails() {
    return mails.get();
  }

  List<Opened> connections() {
    synchronized (connections) {
      return List.copyOf(connections);
    }
  }

  @Override
  public void close() throws IOException {
    stopListening();
  }

  private void stopListening() throws IOException {
    if (listener != null) {
      listener.close();
      listener.drop();
    }
    if (hole != null) {
      hole.close();
    }
    for (Socket each : backlog) {
      each.close();
    }
    backlog.clear();
  }

  /** Once the line of connections that nobody accepts is full, the kernel drops every SYN. */
  private void swallow() throws IOException {
    hole = new ServerSocket();
    hole.setReuseAddress(true);
    hole.bind(address, 1);
    for (int i = 0; i < 2; i++) {
      Socket socket = new Socket();
      socket.connect(address, 1000);
      backlog.add(socket);
    }
  }

  private void serve(Socket socket) throws IOException {
    synchronized (connections) {
      connections.add(new Opened(open.incrementAndGet(), mails.get()));
    }
    try {
      InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      if (manner == Manner.BUSY) {
        say(out, "421 4.3.2 Too busy", 0);
        return;
      }
      say(out, "220 site.test ESMTP", 0);
      talk(in, out);
    } finally {
      open.decrementAndGet();
    }
  }

  private void talk(InputStream in, OutputStream out) throws IOException {
    String recipient = "";
    for (String line = line(in); line != null; line = line(in)) {
      String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
      switch (verb) {
        case "EHLO" -> say(out, "250-site.test\r\n250-PIPELINING\r\n250 8BITMIME", in.available());
        case "RCPT" -> {
          recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
          boolean takes = manner == Manner.TAKES;
          say(out, takes ? "250 Ok" : "550 5.1.1 Nobody of that name", in.available());
        }
        case "DATA" -> {
          if (manner != Manner.TAKES) {
            say(out, "503 5.5.1 No recipients", in.available());
          } else {
            say(out, "354 Go on", 0);
            take(in, recipient);
            say(out, "250 2.0.0 Taken", in.available());
          }
        }
        case "QUIT" -> {
          say(out, "221 Bye", 0);
          return;
        }
        default -> say(out, "250 Ok", in.available());
      }
    }
  }

  private void take(InputStream in, String recipient) throws IOException {
    for (String line = line(in); !".".equals(line); line = line(in)) {
      if (line == null) {
        throw new IOException("The content has no end");
      }
    }
    if (!slowness.isZero()) {
      LockSupport.parkNanos(slowness.toNanos());
    }
    mails.incrementAndGet();
    arrived.accept(recipient);
  }

  private static void say(OutputStream out, String reply, int more) throws IOException {
    out.write((reply + "\r\n").getBytes(ISO_8859_1));
    if (more == 0) {
      out.flush();
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        return null;
      }
      if (octet != '\r') {
        line.append((char) octet);
      }
    }
    return line.toString();
  }
}
