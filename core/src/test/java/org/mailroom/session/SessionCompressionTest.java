package org.mailroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.IpLiteral;

class SessionCompressionTest {

  private static final InetSocketAddress PEER =
      new InetSocketAddress(IpLiteral.parse("127.0.0.1"), 40000);

  @Test
  void whatFollowsTheLastLineIsDeflatedAlready() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    said.writeBytes(octets("last\n"));
    said.writeBytes(deflated("next"));
    SessionWire wire = new SessionWire(saying(said.toByteArray(), new byte[0]));
    wire.awaitCommand();
    wire.input().consumeTo(wire.input().start() + 5);
    wire.compress();
    assertThat(wire.awaitCommand()).isTrue();
    assertThat(rest(wire)).isEqualTo("next");
    assertThat(wire.awaitCommand()).isFalse();
    wire.close();
  }

  @Test
  void whatIsNotDeflatedEndsTheInput() throws IOException {
    SessionWire wire = new SessionWire(saying(octets("a NOOP\r\n")));
    wire.compress();
    assertThat(wire.awaitCommand()).isFalse();
    wire.close();
  }

  @Test
  void noMoreIsInflatedThanThereIsRoomFor() throws IOException {
    SessionWire wire = new SessionWire(saying(deflated("a".repeat(50_000_000))));
    wire.compress();
    assertThat(wire.awaitCommand()).isTrue();
    assertThat(wire.input().length()).isEqualTo(wire.input().buffer().length).isLessThan(65_537);
    wire.close();
  }

  @Test
  void aClientReadsEachPieceAtOnceAndAllAsOneStream() throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    DeflatedOutput out = new DeflatedOutput(sent);
    StringBuilder all = new StringBuilder();
    for (String piece : List.of("one", "two", "x".repeat(100_000), "", "three")) {
      for (int i = 0; i < 3; i++) {
        out.write(octets(piece));
        all.append(piece);
        assertThat(inflated(sent.toByteArray())).isEqualTo(all.toString());
      }
      out.flush();
    }
    assertThat(sent.size()).isLessThan(2000);
    out.close();
    assertThatThrownBy(() -> out.write(octets("four"))).isInstanceOf(IOException.class);
  }

  private static ScriptedConnection saying(byte[]... speeches) {
    Deque<byte[]> all = new ArrayDeque<>(List.of(speeches));
    return new ScriptedConnection(
        (heard, connection) -> all.isEmpty() ? new byte[0] : all.poll(), PEER, Integer.MAX_VALUE);
  }

  private static String rest(SessionWire wire) {
    return new String(wire.input().take(), StandardCharsets.UTF_8);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] deflated(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, true), true);
    deflater.write(octets(text));
    deflater.flush();
    return out.toByteArray();
  }

  private static String inflated(byte[] octets) throws IOException {
    InputStream in =
        new InflaterInputStream(new ByteArrayInputStream(octets), new Inflater(true), 100);
    StringBuilder text = new StringBuilder();
    byte[] piece = new byte[1000];
    try {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        text.append(new String(piece, 0, count, StandardCharsets.UTF_8));
      }
    } catch (EOFException e) {
      // The stream has no end yet.
    }
    return text.toString();
  }
}
