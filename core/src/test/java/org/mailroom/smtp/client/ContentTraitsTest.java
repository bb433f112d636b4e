package org.mailroom.smtp.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.MessageContent;

/** What is said of a content is true of it, wherever its pieces are cut. */
class ContentTraitsTest {

  /** What decides, often, and what doesn't. */
  private static final String[] PARTS = {
    "\r\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\n",
    "\0",
    "\t",
    " ",
    ".",
    "a",
    "Subject: text of a line",
    "é"
  };

  private final Random random = new Random(11);

  @Test
  void saysWhatIsTrueOfAnyContent() throws IOException {
    for (int round = 0; round < 20_000; round++) {
      String text = text(round % 2 == 0 ? 3 : PARTS.length);
      boolean sendable = !text.replace("\r\n", "").matches("(?s).*[\r\n\0].*");

      ContentTraits traits = ContentTraits.of(new InPieces(text.getBytes(ISO_8859_1)));

      assertThat(traits.sendable()).as(text).isEqualTo(sendable);
      if (sendable) {
        assertThat(traits).as(text).isEqualTo(ofSendable(text));
      }
    }
  }

  /** Of the first {@code kinds} of the parts, which end lines, and of the last ones. */
  private String text(int kinds) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(PARTS[random.nextInt(kinds)]).append(PARTS[7 + random.nextInt(5)]);
    }
    return random.nextBoolean() ? text.append("\r\n").toString() : text.toString();
  }

  private static ContentTraits ofSendable(String text) {
    boolean complete = text.isEmpty() || text.endsWith("\r\n");
    int end = text.startsWith("\r\n") ? 0 : text.indexOf("\r\n\r\n");
    String header = end < 0 ? text : text.substring(0, end);
    return new ContentTraits(
        complete ? text.length() : text.length() + 2,
        text.indexOf('é') >= 0,
        header.indexOf('é') >= 0,
        true,
        complete);
  }

  /** A content that is read in pieces of any size. */
  private final class InPieces implements MessageContent {

    private final byte[] octets;

    InPieces(byte[] octets) {
      this.octets = octets;
    }

    @Override
    public long size() {
      return octets.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      int at = 0;
      while (at < octets.length) {
        int length = 1 + random.nextInt(octets.length - at);
        out.write(octets, at, length);
        at += length;
      }
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(octets);
    }

    @Override
    public boolean isInMemory() {
      return true;
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
