package org.mailroom.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.mailroom.mailbox.archive.NotReadableException;

/** The entries of a zip, one after the other, each within bounds. For one thread. */
final class ZipSource {

  private static final int BUFFER = 64 * 1024;

  private final UploadInput in;
  private final ZipInputStream zip;
  private final byte[] buffer = new byte[BUFFER];
  private long entries;

  ZipSource(UploadInput in) {
    this.in = in;
    this.zip = new ZipInputStream(new BufferedInputStream(in, BUFFER), StandardCharsets.UTF_8);
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /** The next entry; empty when there is none, and the file is complete. */
  Optional<ZipEntry> next() throws IOException {
    if (entries > 0) {
      copyTo(OutputStream.nullOutputStream());
    }
    if (++entries > ArchiveFormat.MOST_ENTRIES) {
      throw new NotReadableException("The zip file has too many entries");
    }
    ZipEntry entry = reading(zip::getNextEntry);
    if (entry == null && !in.endsAsZip()) {
      throw new NotReadableException("This is no zip file, or it ends too early");
    }
    return Optional.ofNullable(entry);
  }

  /** The octets of the entry, from where it was read to. */
  void copyTo(OutputStream out) throws IOException {
    long size = 0;
    int length = reading(() -> zip.read(buffer));
    while (length > 0) {
      size += length;
      if (size > ArchiveFormat.LARGEST_ENTRY) {
        throw new NotReadableException("An entry of the zip file is too large");
      }
      out.write(buffer, 0, length);
      length = reading(() -> zip.read(buffer));
    }
  }

  /** The entry as text, which is not long. */
  String text(int most) throws IOException {
    byte[] octets = reading(() -> zip.readNBytes(most + 1));
    if (octets.length > most) {
      throw new NotReadableException("An index of the zip file is too large");
    }
    return new String(octets, StandardCharsets.UTF_8);
  }

  private static <T> T reading(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (EOFException e) {
      throw new NotReadableException("The zip file ends too early", e);
    } catch (ZipException | IllegalArgumentException e) {
      throw new NotReadableException("The zip file is damaged", e);
    }
  }
}
