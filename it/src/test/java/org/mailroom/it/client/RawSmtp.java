package org.mailroom.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/**
 * An SMTP client that sends exactly the octets it is given, right or wrong. Every wait for a reply
 * is bounded.
 */
public final class RawSmtp implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final Pattern QUEUE_ID = Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{13}\\b");

  private final Socket socket = new Socket();
  private InputStream in;
  private OutputStream out;

  private RawSmtp(String localHost, InetAddress host, int port) throws IOException {
    socket.bind(new InetSocketAddress(InetAddress.getAllByName(localHost)[0], 0));
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** A connection to a port of 127.0.0.1, with the greeting read. */
  public static RawSmtp connect(int port) throws IOException {
    return connectFrom("127.0.0.1", port);
  }

  /** The same from another loopback address. */
  public static RawSmtp connectFrom(String localHost, int port) throws IOException {
    RawSmtp smtp = connectSilently(localHost, port);
    smtp.expect("220");
    return smtp;
  }

  /** A connection whose greeting has not been read. */
  public static RawSmtp connectSilently(String localHost, int port) throws IOException {
    return new RawSmtp(localHost, InetAddress.getLoopbackAddress(), port);
  }

  /** A connection from 127.0.0.1 to another loopback address, with the greeting read. */
  public static RawSmtp connectTo(String host, int port) throws IOException {
    RawSmtp smtp = new RawSmtp("127.0.0.1", InetAddress.getAllByName(host)[0], port);
    smtp.expect("220");
    return smtp;
  }

  /** Waits ten times as long for each reply. */
  public RawSmtp patient() throws IOException {
    socket.setSoTimeout(10 * PATIENCE_MILLIS);
    return this;
  }

  /** Waits so long for each reply. */
  public RawSmtp patience(Duration time) throws IOException {
    socket.setSoTimeout((int) time.toMillis());
    return this;
  }

  /** Sends octets. */
  public RawSmtp send(byte[] octets) throws IOException {
    out.write(octets);
    out.flush();
    return this;
  }

  /** Sends text in UTF-8, as it is. */
  public RawSmtp send(String text) throws IOException {
    return send(text.getBytes(UTF_8));
  }

  /** Sends lines in one go. */
  public RawSmtp sendLines(String... lines) throws IOException {
    return send(String.join("\r\n", lines) + "\r\n");
  }

  /** Sends a line and returns the reply. */
  public String command(String line) throws IOException {
    send(line + "\r\n");
    return reply();
  }

  /**
   * Sends a line and wants a reply that begins with {@code start}.
   *
   * @throws AssertionError when another comes
   */
  public String command(String line, String start) throws IOException {
    String reply = command(line);
    require(line, reply, start);
    return reply;
  }

  /** Wants the next reply to begin with {@code start}. */
  public String expect(String start) throws IOException {
    String reply = reply();
    require("(nothing sent)", reply, start);
    return reply;
  }

  /**
   * The next reply, all its lines with LF between.
   *
   * @throws EOFException when the hub closed the connection
   */
  public String reply() throws IOException {
    StringBuilder text = new StringBuilder();
    while (true) {
      String line = line();
      text.append(line);
      if (line.length() < 4 || line.charAt(3) != '-') {
        return text.toString();
      }
      text.append('\n');
    }
  }

  /** So many octets of whatever comes. */
  public byte[] octets(int count) throws IOException {
    return in.readNBytes(count);
  }

  /** True when the hub closes the connection, and says nothing before. */
  public boolean isClosedByHub() throws IOException {
    return in.read() < 0;
  }

  /** Begins TLS with whatever certificate the hub shows, and returns that. */
  public X509Certificate startTls() throws IOException {
    command("STARTTLS", "220");
    return handshake();
  }

  /** Shakes hands with whatever certificate the hub shows, and returns that. */
  public X509Certificate handshake() throws IOException {
    SSLSocket tls =
        (SSLSocket) AnyHub.context().getSocketFactory().createSocket(socket, "hub.test", 0, true);
    tls.startHandshake();
    in = new BufferedInputStream(tls.getInputStream());
    out = tls.getOutputStream();
    return (X509Certificate) tls.getSession().getPeerCertificates()[0];
  }

  /** Logs in with PLAIN and returns the reply. */
  public String login(String user, String password) throws IOException {
    String message = "\0" + user + "\0" + password;
    return command("AUTH PLAIN " + Base64.getEncoder().encodeToString(message.getBytes(UTF_8)));
  }

  /** Says EHLO. */
  public RawSmtp ehlo() throws IOException {
    command("EHLO client.test", "250");
    return this;
  }

  /**
   * A whole mail transaction on a connection that has said EHLO.
   *
   * @param content lines with CRLF, not stuffed
   * @return the reply to the dot
   */
  public String transaction(String from, byte[] content, String... to) throws IOException {
    command("MAIL FROM:<" + from + ">", "250");
    for (String recipient : to) {
      command("RCPT TO:<" + recipient + ">", "250");
    }
    return data(content);
  }

  /** DATA, the content stuffed, the dot. */
  public String data(byte[] content) throws IOException {
    command("DATA", "354");
    return content(content);
  }

  /** The content stuffed, and the dot. */
  public String content(byte[] content) throws IOException {
    return send(Stuffing.stuffed(content)).reply();
  }

  /**
   * Sends a mail that must be taken.
   *
   * @return its queue id
   */
  public static String deliver(int port, String from, byte[] content, String... to)
      throws IOException {
    try (RawSmtp smtp = connect(port)) {
      String reply = smtp.ehlo().transaction(from, content, to);
      require("the dot", reply, "250");
      smtp.command("QUIT", "221");
      return queueId(reply);
    }
  }

  /** The queue id that a 250 names. */
  public static String queueId(String reply) {
    Matcher matcher = QUEUE_ID.matcher(reply);
    if (!matcher.find()) {
      throw new AssertionError("No queue id in: " + reply);
    }
    return matcher.group();
  }

  /** Ends this side of the conversation. */
  public void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("The hub closed the connection after: " + line.toString(UTF_8));
      }
      line.write(octet);
    }
    String text = line.toString(UTF_8);
    if (!text.endsWith("\r")) {
      throw new AssertionError("A reply line without CR: " + text);
    }
    return text.substring(0, text.length() - 1);
  }

  private static void require(String sent, String reply, String start) {
    if (!reply.startsWith(start)) {
      throw new AssertionError(sent + " was answered: " + reply);
    }
  }
}
