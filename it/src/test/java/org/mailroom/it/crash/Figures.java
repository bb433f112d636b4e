package org.mailroom.it.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.mailroom.it.ledger.Account;

/** What the scenarios measured, a row each, in {@code target/faults.txt}. */
final class Figures {

  private static final Path FILE = Path.of("target/faults.txt");

  private Figures() {}

  /** Adds the account of a run; the first one brings the heads of the columns. */
  static void add(Account account) throws IOException {
    String table = Account.table(List.of(account));
    boolean first = !Files.exists(FILE) || !Files.readString(FILE).startsWith("run ");
    String row = table.substring(table.indexOf(System.lineSeparator()) + 1);
    if (first) {
      String rest = Files.exists(FILE) ? Files.readString(FILE) : "";
      Files.writeString(FILE, table + "\n" + rest);
    } else {
      add(row);
    }
    System.out.println(table);
  }

  /** Adds a line. */
  static void add(String line) throws IOException {
    Files.writeString(
        FILE, line + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    System.out.println(line);
  }
}
