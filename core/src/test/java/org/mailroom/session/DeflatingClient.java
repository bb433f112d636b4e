package org.mailroom.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;
import org.mailroom.transport.Connection;

/** A connection whose client deflates what it says, and inflates what it hears, behind a line. */
public final class DeflatingClient {

  private final Connection plain;
  private final String line;
  private final int piece;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final ByteArrayOutputStream deflated = new ByteArrayOutputStream();
  private final DeflaterOutputStream deflater =
      new DeflaterOutputStream(deflated, new Deflater(9, true), true);
  private final OutputStream inflater;
  private InputStream pending = InputStream.nullInputStream();
  private boolean begun;

  private DeflatingClient(Connection plain, String line, int piece) {
    this.plain = plain;
    this.line = line;
    this.piece = piece;
    this.inflater = new InflaterOutputStream(plain.output(), new Inflater(true));
  }

  /**
   * Over a connection of a client that knows nothing of it.
   *
   * @param line how the server's last line begins that is not deflated
   * @param piece at most so many octets are read at once
   */
  public static Connection over(Connection plain, String line, int piece) {
    DeflatingClient client = new DeflatingClient(plain, line, piece);
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "input" -> client.new Input();
                  case "output" -> client.new Output();
                  default -> {
                    try {
                      yield method.invoke(plain, arguments);
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  }
                });
  }

  private final class Input extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("The server reads in bulk");
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
      if (!begun) {
        return plain.input().read(octets, offset, Math.min(piece, length));
      }
      if (pending.available() == 0) {
        byte[] said = new byte[64 * 1024];
        int count = plain.input().read(said, 0, said.length);
        if (count < 0) {
          return -1;
        }
        deflated.reset();
        deflater.write(said, 0, count);
        deflater.flush();
        pending = new ByteArrayInputStream(deflated.toByteArray());
      }
      return pending.read(octets, offset, Math.min(piece, length));
    }
  }

  private final class Output extends OutputStream {

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
      if (begun) {
        inflater.write(octets, offset, length);
        inflater.flush();
      } else {
        plain.output().write(octets, offset, length);
        heard.write(octets, offset, length);
        begun = heard.toString(StandardCharsets.ISO_8859_1).contains("\n" + line);
      }
    }
  }
}
