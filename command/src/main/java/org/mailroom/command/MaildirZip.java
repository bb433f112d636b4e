package org.mailroom.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mailroom.mailbox.archive.DovecotKeywords;
import org.mailroom.mailbox.archive.MaildirPath;

/**
 * A Maildir tree as a zip file, which is made in pieces while it is sent: of each folder the
 * keywords, then the messages by their names, that is, by their times.
 */
final class MaildirZip implements Iterable<byte[]> {

  private static final int PIECE = 64 * 1024;

  private final Path root;
  private final List<Path> folders;
  private int missing;

  private MaildirZip(Path root, List<Path> folders) {
    this.root = root;
    this.folders = folders;
  }

  /**
   * The tree below a folder.
   *
   * @throws FailureException when it has no Maildir
   */
  static MaildirZip of(Path root) throws FailureException, IOException {
    TreeSet<Path> folders = new TreeSet<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
            if (MaildirPath.isOfMessages(name) && !folder.equals(root)) {
              folders.add(folder.getParent());
              return FileVisitResult.SKIP_SUBTREE;
            }
            return name.equals("tmp") && !folder.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }
        });
    if (folders.isEmpty()) {
      throw new FailureException("There is no Maildir in " + root);
    }
    return new MaildirZip(root, List.copyOf(folders));
  }

  /** Files that were there when their folder was read, and not when it was their turn. */
  int missing() {
    return missing;
  }

  @Override
  public Iterator<byte[]> iterator() {
    missing = 0;
    return new Pieces();
  }

  private final class Pieces implements Iterator<byte[]> {

    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(piece, StandardCharsets.UTF_8);
    private final Deque<Path> ahead = new ArrayDeque<>(folders);
    private final Deque<Path> files = new ArrayDeque<>();
    private final byte[] buffer = new byte[PIECE];
    private InputStream open;
    private boolean finished;

    Pieces() {
      zip.setLevel(Deflater.BEST_SPEED);
    }

    @Override
    public boolean hasNext() {
      return !finished;
    }

    @Override
    public byte[] next() {
      if (finished) {
        throw new NoSuchElementException("The zip file is complete");
      }
      try {
        piece.reset();
        while (!finished && piece.size() < PIECE) {
          goOn();
        }
        return piece.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void goOn() throws IOException {
      if (open != null) {
        copy();
      } else if (!files.isEmpty()) {
        begin(files.pop());
      } else if (!ahead.isEmpty()) {
        files.addAll(filesOf(ahead.pop()));
      } else {
        zip.finish();
        finished = true;
      }
    }

    private void copy() throws IOException {
      int length = open.read(buffer);
      if (length > 0) {
        zip.write(buffer, 0, length);
      } else {
        open.close();
        open = null;
        zip.closeEntry();
      }
    }

    private void begin(Path file) throws IOException {
      try {
        ZipEntry entry = new ZipEntry(name(file));
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        open = Files.newInputStream(file);
        zip.putNextEntry(entry);
      } catch (NoSuchFileException e) {
        missing++;
      }
    }

    private String name(Path file) {
      List<String> names = new ArrayList<>();
      root.relativize(file).forEach(name -> names.add(name.toString()));
      return String.join("/", names);
    }
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Path keywords = folder.resolve(DovecotKeywords.FILE);
    if (Files.isRegularFile(keywords)) {
      files.add(keywords);
    }
    List<Path> messages = new ArrayList<>();
    for (String name : List.of("cur", "new")) {
      Path inner = folder.resolve(name);
      if (Files.isDirectory(inner)) {
        try (Stream<Path> all = Files.list(inner)) {
          all.filter(Files::isRegularFile).forEach(messages::add);
        }
      }
    }
    messages.sort((a, b) -> a.getFileName().compareTo(b.getFileName()));
    files.addAll(messages);
    return files;
  }
}
