package org.mailroom.archive;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mailroom.mail.MessageContent;

/** A zip that is written as a stream. One that isn't finished is no zip. */
final class ArchiveZip {

  private final ZipOutputStream zip;
  private final Instant now;

  ArchiveZip(OutputStream out, Instant now) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.now = now;
    zip.setLevel(Deflater.BEST_SPEED);
  }

  void add(String path, JsonObject json) throws IOException {
    begin(path, now);
    zip.write(json.toString().getBytes(StandardCharsets.UTF_8));
    zip.write('\n');
    zip.closeEntry();
  }

  void add(String path, Instant date, MessageContent octets) throws IOException {
    begin(path, date);
    octets.writeTo(zip);
    zip.closeEntry();
  }

  private void begin(String path, Instant date) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setLastModifiedTime(FileTime.from(date));
    zip.putNextEntry(entry);
  }

  void finish() throws IOException {
    zip.finish();
    zip.flush();
  }
}
