package org.mailroom.archive;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.mailroom.mail.CrlfOutput;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.archive.DovecotKeywords;
import org.mailroom.mailbox.archive.MaildirFileName;
import org.mailroom.mailbox.archive.MaildirPath;
import org.mailroom.mailbox.archive.NotReadableException;

/** A Maildir tree in a zip, in which keywords stand in front of the messages that have them. */
final class MaildirSource implements Source {

  private static final int LARGEST_KEYWORDS = 64 * 1024;
  private static final int MOST_FOLDERS = 10_000;

  private final ZipSource zip;
  private final MailboxName root;
  private final Map<List<String>, DovecotKeywords> keywords = new HashMap<>();

  /**
   * Reads a zip.
   *
   * @param root where the root of the tree goes
   */
  MaildirSource(UploadInput in, MailboxName root) {
    this.zip = new ZipSource(in);
    this.root = root;
  }

  @Override
  public void copyTo(Incoming incoming) throws IOException {
    for (Optional<ZipEntry> entry = zip.next(); entry.isPresent(); entry = zip.next()) {
      Optional<MaildirPath> path = MaildirPath.parse(entry.get().getName());
      if (path.isEmpty()) {
        if (!entry.get().isDirectory()) {
          incoming.ignore();
        }
      } else if (path.get().isMessage()) {
        add(path.get(), entry.get(), incoming);
      } else if (keywords.size() < MOST_FOLDERS) {
        keywords.put(path.get().levels(), DovecotKeywords.parse(zip.text(LARGEST_KEYWORDS)));
      }
    }
    incoming.flush();
  }

  private void add(MaildirPath path, ZipEntry entry, Incoming incoming) throws IOException {
    MaildirFileName name =
        MaildirFileName.parse(
            path.file(), keywords.getOrDefault(path.levels(), DovecotKeywords.NONE));
    incoming.into(mailbox(path), Optional.empty(), true);
    try (HashedContent.Builder content = incoming.newContent()) {
      CrlfOutput lines = content.lines();
      zip.copyTo(lines);
      lines.flush();
      incoming.add(
          name.flags(),
          Optional.ofNullable(entry.getLastModifiedTime()).map(FileTime::toInstant).or(name::time),
          content);
    }
  }

  private MailboxName mailbox(MaildirPath path) throws NotReadableException {
    try {
      return path.mailbox(root);
    } catch (IllegalArgumentException e) {
      throw new NotReadableException(
          "A folder has a name that no mailbox can have: " + e.getMessage(), e);
    }
  }
}
