package org.mailroom.smtp.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The other end of a dialogue: a server that follows a script to the letter. */
public final class ScriptedPeer implements SmtpConnection, SmtpConnector {

  private enum Kind {
    SAYS,
    EXPECTS,
    TAKES_ANYTHING,
    SHAKES_HANDS,
    FAILS_HANDSHAKE,
    IS_SILENT,
    RESETS
  }

  private static final class Step {
    final Kind kind;
    final byte[] octets;
    int done;

    Step(Kind kind, byte[] octets) {
      this.kind = kind;
      this.octets = octets;
    }

    Step(Kind kind) {
      this(kind, new byte[0]);
    }
  }

  private final Deque<Step> script = new ArrayDeque<>();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final List<String> writes = new ArrayList<>();
  private final List<Duration> readTimeouts = new ArrayList<>();
  private final Feed feed;
  private String taken = "";
  private boolean closed;

  public ScriptedPeer(Feed feed) {
    this.feed = feed;
  }

  /** A peer that has greeted and answered EHLO with these extensions. */
  public static ScriptedPeer offering(Feed feed, String... extensions) {
    ScriptedPeer peer = new ScriptedPeer(feed);
    peer.says("220 sink.test ESMTP").expects("EHLO hub.corp.test");
    return peer.saysEhlo(extensions);
  }

  public ScriptedPeer saysEhlo(String... extensions) {
    List<String> lines = new ArrayList<>(List.of("sink.test"));
    lines.addAll(List.of(extensions));
    StringBuilder reply = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      reply.append(i + 1 < lines.size() ? "250-" : "250 ").append(lines.get(i)).append("\r\n");
    }
    return saysRaw(reply.toString());
  }

  public ScriptedPeer says(String... lines) {
    return saysRaw(String.join("\r\n", lines) + "\r\n");
  }

  public ScriptedPeer saysRaw(String text) {
    script.add(new Step(Kind.SAYS, text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  public ScriptedPeer expects(String... lines) {
    return expectsRaw(String.join("\r\n", lines) + "\r\n");
  }

  public ScriptedPeer expectsRaw(String text) {
    script.add(new Step(Kind.EXPECTS, text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** Takes whatever comes; {@link #taken} has it. */
  public ScriptedPeer takesAnything() {
    script.add(new Step(Kind.TAKES_ANYTHING));
    return this;
  }

  /** What the last {@link #takesAnything} took, one character for each octet. */
  public String taken() {
    return taken;
  }

  public ScriptedPeer shakesHands() {
    script.add(new Step(Kind.SHAKES_HANDS));
    return this;
  }

  public ScriptedPeer failsHandshake() {
    script.add(new Step(Kind.FAILS_HANDSHAKE));
    return this;
  }

  /** Answers nothing more: reads time out. */
  public ScriptedPeer isSilent() {
    script.add(new Step(Kind.IS_SILENT));
    return this;
  }

  /** From here on writes fail; what it said before can still be read. */
  public ScriptedPeer resets() {
    script.add(new Step(Kind.RESETS));
    return this;
  }

  /** What the client wrote, one entry for each write to the network. */
  List<String> writes() {
    return writes;
  }

  List<Duration> readTimeouts() {
    return readTimeouts;
  }

  public boolean isClosed() {
    return closed;
  }

  /** The script was played to its end, and nothing beyond it was written. */
  public void assertFinished() {
    takeExpected();
    assertThat(script).as("steps that were not reached").isEmpty();
    assertThat(received.toString(StandardCharsets.UTF_8)).as("written beyond the script").isEmpty();
  }

  @Override
  public SmtpConnection connect(InetSocketAddress address, Duration timeout) {
    return this;
  }

  @Override
  public void readTimeout(Duration timeout) {
    readTimeouts.add(timeout);
  }

  @Override
  public void startTls(String serverName, boolean verified) throws IOException {
    while (!script.isEmpty() && script.peek().kind == Kind.SAYS) {
      script.poll();
    }
    Kind kind = script.poll().kind;
    if (kind == Kind.FAILS_HANDSHAKE) {
      throw new IOException("no cipher suites in common");
    }
    assertThat(kind).isEqualTo(Kind.SHAKES_HANDS);
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public void abort() {
    closed = true;
  }

  private void takeExpected() {
    Step next = script.peek();
    if (next != null && next.kind == Kind.EXPECTS) {
      assertThat(received.toString(ISO_8859_1)).isEqualTo(new String(next.octets, ISO_8859_1));
      received.reset();
      script.poll();
    } else if (next != null && next.kind == Kind.TAKES_ANYTHING) {
      taken = received.toString(ISO_8859_1);
      received.reset();
      script.poll();
    }
  }

  @Override
  public InputStream in() {
    return new InputStream() {
      @Override
      public int read() {
        throw new UnsupportedOperationException();
      }

      @Override
      public int available() {
        Step next = script.peek();
        return next != null && next.kind == Kind.SAYS ? next.octets.length - next.done : 0;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        takeExpected();
        Step next = script.peek();
        if (next == null || next.kind == Kind.RESETS) {
          return -1;
        }
        if (next.kind == Kind.IS_SILENT) {
          throw new SocketTimeoutException("Read timed out");
        }
        assertThat(next.kind).isEqualTo(Kind.SAYS);
        int count = Math.min(Math.min(length, feed.atMost), next.octets.length - next.done);
        System.arraycopy(next.octets, next.done, target, offset, count);
        next.done += count;
        if (next.done == next.octets.length) {
          script.poll();
        }
        return count;
      }
    };
  }

  @Override
  public OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int octet) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void write(byte[] octets, int offset, int length) throws IOException {
        if (!script.isEmpty() && script.peek().kind == Kind.RESETS) {
          script.poll();
          throw new SocketException("Broken pipe");
        }
        writes.add(new String(octets, offset, length, StandardCharsets.UTF_8));
        received.write(octets, offset, length);
      }
    };
  }
}
