package org.mailroom.operation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueuedMail;

/** Exported mails: a zip file of .eml files, octet by octet what is queued. */
final class MailArchive implements AutoCloseable {

  private final Path file;
  private final ZipOutputStream zip;

  MailArchive(Path file) throws IOException {
    this.file = file;
    Files.createDirectories(file.getParent());
    this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  Path file() {
    return file;
  }

  /** Takes a copy. One at a time: a zip file is written from its beginning to its end. */
  synchronized void add(QueuedMail mail) throws QueueException {
    try {
      ZipEntry entry = new ZipEntry(mail.id() + "-" + mail.part() + ".eml");
      entry.setLastModifiedTime(FileTime.from(mail.firstQueued()));
      zip.putNextEntry(entry);
      mail.content().writeTo(zip);
      zip.closeEntry();
    } catch (IOException e) {
      throw new QueueException("The mail can't be written to " + file, e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    zip.close();
  }
}
