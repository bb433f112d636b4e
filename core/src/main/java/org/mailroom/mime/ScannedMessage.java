package org.mailroom.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A message that was read once, to its end.
 *
 * @param text of the structure, with its header to the octet where that can be told
 */
public record ScannedMessage(MimeStructure structure, StructureText text) {

  /**
   * Reads one, as {@link MimeStructure#read} does.
   *
   * @throws IOException when it can't be read
   */
  public static ScannedMessage read(InputStream in, MimeBudget budget, LongSupplier nanoTime)
      throws IOException {
    MimeScan scan = new MimeScan(in, budget, nanoTime);
    MimeStructure structure = scan.run();
    return new ScannedMessage(structure, text(structure, scan.header()));
  }

  private static StructureText text(MimeStructure structure, WrittenHeader header) {
    Optional<List<String>> fields = header.fields();
    if (structure.opaque() || fields.isEmpty()) {
      return StructureText.of(structure);
    }
    String text = StructureWriter.write(structure, fields.get(), header.others());
    return text.length() > StructureText.LONGEST
        ? StructureText.of(structure)
        : StructureText.kept(text);
  }
}
