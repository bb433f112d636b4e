package org.mailroom.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Contents to send. */
public final class Mails {

  private Mails() {}

  /** A small message with a subject and one line of text. */
  public static byte[] simple(String subject) {
    return withHeader("Subject: " + subject);
  }

  /** These lines, each ended by CRLF, in UTF-8. */
  public static byte[] lines(String... lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(UTF_8);
  }

  /** A small message with these header fields. */
  public static byte[] withHeader(String... fields) {
    List<String> lines = new ArrayList<>(List.of(fields));
    lines.addAll(
        List.of("From: ann@sender.test", "Date: Mon, 1 Jan 2024 00:00:00 +0000", "", "Hello."));
    return lines(lines.toArray(String[]::new));
  }

  /** A message of exactly {@code size} octets, at least 200, in lines of 76 characters. */
  public static byte[] ofSize(int size) {
    byte[] content = new byte[size];
    byte[] header = "From: ann@sender.test\r\nSubject: large\r\n\r\n".getBytes(UTF_8);
    System.arraycopy(header, 0, content, 0, header.length);
    int column = 0;
    for (int i = header.length; i < size - 2; i++) {
      boolean lineEnds = column >= 76 && i + 4 < size;
      if (lineEnds) {
        content[i++] = '\r';
        content[i] = '\n';
        column = 0;
      } else {
        content[i] = (byte) ('a' + i % 26);
        column++;
      }
    }
    content[size - 2] = '\r';
    content[size - 1] = '\n';
    return content;
  }
}
