package org.mailroom.command;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Aligned text. The last column takes what room it needs; control characters are shown as {@code
 * ?}, since much of what is shown came from strangers.
 *
 * @param heads the columns' names
 * @param rows as many cells each
 */
record Table(List<String> heads, List<List<String>> rows) {

  void print(PrintStream out) {
    int[] widths =
        IntStream.range(0, heads.size())
            .map(column -> Math.max(heads.get(column).length(), widest(column)))
            .toArray();
    print(heads, widths, out);
    rows.forEach(row -> print(row, widths, out));
  }

  private int widest(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static void print(List<String> cells, int[] widths, PrintStream out) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column).replaceAll("\\p{C}", "?");
      line.append(cell);
      line.append(" ".repeat(Math.max(0, widths[column] - cell.length()) + 2));
    }
    out.println(line.toString().stripTrailing());
  }
}
