package org.mailroom.it.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Messages from folders of files, with the line ends that mail has. */
public final class Corpus {

  private static final Set<String> MESSAGES = Set.of("eml", "msg", "txt");
  private static final Pattern ABOUT = Pattern.compile("README.*|NOTICE.*|.*LICEN[CS]E.*");

  private Corpus() {}

  /** Every message below these folders: files without an extension, or with that of a message. */
  public static List<Path> files(List<Path> folders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> tree = Files.walk(folder)) {
        tree.filter(Files::isRegularFile).filter(Corpus::isMessage).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /** The octets of a file with CRLF for every LF, and at the end; a CR without LF stays. */
  public static byte[] content(Path file) throws IOException {
    byte[] octets = Files.readAllBytes(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length + 1024);
    int last = -1;
    for (byte octet : octets) {
      if (octet == '\n' && last != '\r') {
        out.write('\r');
      }
      out.write(octet);
      last = octet;
    }
    if (last >= 0 && last != '\n') {
      out.write('\r');
      out.write('\n');
    }
    return out.toByteArray();
  }

  /** True when a content has NUL, or CR without LF: what a hub refuses. */
  public static boolean mustBeRefused(byte[] content) {
    for (int i = 0; i < content.length; i++) {
      boolean bareCr = content[i] == '\r' && (i + 1 == content.length || content[i + 1] != '\n');
      if (content[i] == 0 || bareCr) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMessage(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return !ABOUT.matcher(name).matches()
        && (dot < 0 || MESSAGES.contains(name.substring(dot + 1)));
  }
}
