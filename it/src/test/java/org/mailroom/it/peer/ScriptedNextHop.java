package org.mailroom.it.peer;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * An SMTP server on a loopback port that follows a {@link Script}, keeps every mail it took, and
 * writes down what a client must not do.
 */
public final class ScriptedNextHop implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final Script script = new Script();
  final CountDownLatch closing = new CountDownLatch(1);
  private final List<RelayedMail> mails = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final InetSocketAddress address;
  private volatile Optional<SSLContext> tls = Optional.empty();
  private volatile int kept = 4 << 20;
  private volatile List<String> extensions =
      List.of("PIPELINING", "SIZE 52428800", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES", "DSN");
  private volatile Listener listener;

  private ScriptedNextHop(InetSocketAddress address) {
    this.address = address;
  }

  /**
   * A next hop that listens.
   *
   * @param host a loopback address
   * @param port 0 for any
   */
  public static ScriptedNextHop listen(String host, int port) {
    ScriptedNextHop hop = down(host, port);
    hop.up();
    return hop;
  }

  /** A next hop that doesn't listen yet. */
  public static ScriptedNextHop down(String host, int port) {
    try {
      return new ScriptedNextHop(new InetSocketAddress(InetAddress.getAllByName(host)[0], port));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(host, e);
    }
  }

  /** Begins to listen. */
  public void up() {
    try {
      listener = new Listener(address, this::serve);
    } catch (IOException e) {
      throw new IllegalStateException("No next hop at " + address, e);
    }
  }

  /** What the next hop does other than usual. */
  public Script script() {
    return script;
  }

  /** What EHLO lists, instead of all that this next hop knows. */
  public ScriptedNextHop offering(String... keywords) {
    extensions = List.of(keywords);
    return this;
  }

  /** Offers STARTTLS, with the certificate of this context. */
  public ScriptedNextHop withTls(SSLContext context) {
    tls = Optional.of(context);
    return this;
  }

  /** Keeps the content of mails of up to so many octets, instead of 4 MiB. */
  public ScriptedNextHop keeping(int octets) {
    kept = octets;
    return this;
  }

  /** The port it listens on. */
  public int port() {
    return listener.address().getPort();
  }

  /** The address it listens on. */
  public InetAddress host() {
    return address.getAddress();
  }

  /** Mails taken so far, in order. */
  public List<RelayedMail> mails() {
    return List.copyOf(mails);
  }

  /** Waits until {@code count} mails were taken. */
  public List<RelayedMail> awaitMails(int count) {
    await("mails at " + address).atMost(PATIENCE).until(() -> mails.size() >= count);
    return mails();
  }

  /** Waits for the first mail. */
  public RelayedMail awaitMail() {
    return awaitMails(1).get(0);
  }

  /** Waits for the first mail for {@code recipient}. */
  public RelayedMail awaitMailFor(String recipient) {
    return await("a mail for " + recipient)
        .atMost(PATIENCE)
        .until(
            () -> mails.stream().filter(mail -> mail.isFor(recipient)).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Every command line of every connection, as {@code 2 RCPT TO:<…>}. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  /** Waits until {@code count} command lines that contain {@code text} came. */
  public void awaitCommands(String text, int count) {
    await(text + " at " + address)
        .atMost(PATIENCE)
        .until(() -> commands.stream().filter(line -> line.contains(text)).count() >= count);
  }

  /** Connections accepted so far. */
  public int connections() {
    return connections.get();
  }

  /** Waits until {@code count} connections were accepted. */
  public void awaitConnections(int count) {
    await("connections at " + address).atMost(PATIENCE).until(() -> connections() >= count);
  }

  /** What a client did that it must not do; empty in a good test. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  Optional<SSLContext> tls() {
    return tls;
  }

  List<String> extensions() {
    return extensions;
  }

  int keeps() {
    return kept;
  }

  void took(RelayedMail mail) {
    mails.add(mail);
  }

  void heard(int connection, String line) {
    commands.add(connection + " " + line);
  }

  void violated(int connection, String what) {
    violations.add("connection " + connection + ": " + what);
  }

  /** Stops listening and drops every connection. */
  public void goDown() {
    try {
      listener.close();
      listener.drop();
    } catch (IOException e) {
      throw new IllegalStateException("The next hop at " + address + " doesn't close", e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    if (listener != null) {
      goDown();
    }
  }

  private void serve(Socket socket) {
    int number = connections.incrementAndGet();
    try {
      new NextHopSession(this, number, socket).run();
    } catch (IOException e) {
      heard(number, "(" + e.getMessage() + ")");
    }
  }
}
