package org.mailroom.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.mime.TransferDecoding;

class BinarySectionTest {

  @ParameterizedTest
  @CsvSource({
    "base64, aGVsbG8=, hello",
    "BASE64, 'aGV|sb   G8', hello",
    "base64, 'a!G\u00e4V-s_bG8*=', hello",
    "base64, 'aGVsbG8=|aGVsbG8=', hellohello",
    "base64, 'aGVsbG8==|--|junk', 'hello\u008e\u00e9\u00e4'",
    "base64, a, ''",
    "base64, ====, ''",
    "quoted-printable, 'a=3Db=3d=C3', a=b=\u00c3",
    "quoted-printable, 'a =|b=  |c', a bc",
    "quoted-printable, 'a  |b\t |c  ', 'a|b|c'",
    "quoted-printable, 'a=', a",
    "quoted-printable, 'a=  ', a",
    "quoted-printable, 'a=4', a=4",
    "quoted-printable, 'a==41=X1= b==', 'a=A=X1= b='",
    "7bit, 'a=3D', 'a=3D'",
    "8bit (really), \u00e4, \u00e4",
    "binary;, '\u0000', '\u0000'",
    "'', '=3D ', '=3D '"
  })
  void partsAreDecodedWhateverTheyContain(String encoding, String encoded, String decoded)
      throws Exception {
    BytesMessage message =
        BytesMessage.of("Content-Transfer-Encoding: " + encoding, "", encoded.replace("|", "\r\n"));
    String octets = decoded.replace("|", "\r\n");
    assertThat(message.fetch("(BINARY.SIZE[1] BINARY.PEEK[1])"))
        .isEqualTo(
            ("BINARY.SIZE[1] " + octets.length())
                + (" BINARY[1] ~{" + octets.length() + "}\r\n" + octets));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BINARY[1]", "BINARY.PEEK[1]<0.1>", "BINARY.SIZE[1]"})
  void anUnknownEncodingIsRefusedBeforeAnythingIsWritten(String item) throws Exception {
    BytesMessage message = BytesMessage.of("Content-Transfer-Encoding: x-uue", "", "x");
    FetchItems items = BytesMessage.items("(UID BODY[] " + item + ")");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> items.write(message, new ResponseWriter(out)))
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.code()).isEqualTo("UNKNOWN-CTE"));
    assertThatThrownBy(() -> items.check(message)).isInstanceOf(FetchException.class);
    assertThat(out.size()).isZero();
  }

  @Test
  void whatHasPartsIsNotEncodedWhateverItSays() throws Exception {
    BytesMessage message =
        BytesMessage.of(
            "Content-Type: multipart/mixed; boundary=a",
            "Content-Transfer-Encoding: x-uue",
            "",
            "--a",
            "Content-Type: multipart/mixed; boundary=b",
            "Content-Transfer-Encoding: base64",
            "",
            "--b--",
            "--a--",
            "");
    assertThat(message.fetch("(BINARY[1] BINARY.SIZE[])"))
        .isEqualTo("BINARY[1] ~{5}\r\n--b-- BINARY.SIZE[] " + message.size());
    assertThat(message.fetch("BINARY[]"))
        .isEqualTo("BINARY[] ~{" + message.size() + "}\r\n" + message.text());
  }

  @Test
  void whatIsNotThereIsNilAndHasNoOctets() throws Exception {
    BytesMessage message = BytesMessage.of("", "x");
    assertThat(message.fetch("(BINARY[2] BINARY[2]<1.1> BINARY.SIZE[2])"))
        .isEqualTo("BINARY[2] NIL BINARY[2]<1> NIL BINARY.SIZE[2] 0");
  }

  @Test
  void base64IsDecodedAsTheJdkDoesItHoweverItIsRead() throws IOException {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      byte[] octets = new byte[random.nextInt(60_000)];
      random.nextBytes(octets);
      byte[] encoded = Base64.getMimeEncoder().encode(octets);
      InputStream source = new Slow(encoded, random);
      assertThat(TransferDecoding.of(source, "base64").readAllBytes()).isEqualTo(octets);
    }
  }

  @Test
  void quotedPrintableIsDecodedHoweverItIsRead() throws IOException {
    Random random = new Random(6);
    String[] pieces = {"=\r\n", "=3D", "= \t\r\n", "x", " ", "\r\n", "=", "=Z", " ".repeat(1500)};
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(3000); i > 0; i--) {
        text.append(pieces[random.nextInt(round % 50 == 0 ? pieces.length : pieces.length - 1)]);
      }
      byte[] encoded = text.toString().getBytes(StandardCharsets.US_ASCII);
      InputStream whole = new ByteArrayInputStream(encoded);
      byte[] expected = TransferDecoding.of(whole, "quoted-printable").readAllBytes();
      InputStream slow = TransferDecoding.of(new Slow(encoded, random), "quoted-printable");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int octet = slow.read(); octet >= 0; octet = slow.read()) {
        out.write(octet);
      }
      assertThat(Arrays.equals(out.toByteArray(), expected)).isTrue();
    }
  }

  /** Gives some octets at a time. */
  private static final class Slow extends ByteArrayInputStream {

    private final Random random;

    Slow(byte[] octets, Random random) {
      super(octets);
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] octets, int offset, int count) {
      return super.read(octets, offset, Math.min(count, 1 + random.nextInt(100)));
    }
  }
}
