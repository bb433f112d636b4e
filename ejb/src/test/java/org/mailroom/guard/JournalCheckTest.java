package org.mailroom.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;

/** Files of a journal, whole and cut. */
class JournalCheckTest {

  private static final int FULL = 1000;

  @TempDir private Path data;
  private Path journal;
  private JournalCheck check;

  @BeforeEach
  void makeJournal() throws IOException, SettingsException {
    journal = Files.createDirectories(data.resolve("queue/journal"));
    check = new JournalCheck(SettingsParser.parse(Map.of("MAILROOM_DATA", data.toString())));
  }

  @Test
  void aWholeJournalIsSound() throws IOException {
    write("activemq-data-1.amq", FULL, 2);
    write("server.lock", 10, 2);
    lookTwice();
    assertThat(check.damage()).isEmpty();
  }

  @Test
  void aFileThatWasCutIsNamedUntilTheNextStart() throws IOException {
    write("activemq-data-1.amq", FULL, 2);
    write("activemq-data-2.amq", 700, 2);
    lookTwice();
    Files.delete(journal.resolve("activemq-data-2.amq"));
    lookTwice();
    assertThat(check.damage()).containsExactly("activemq-data-2.amq has 700 of its 1000 octets");
  }

  @Test
  void aFileThatIsBeingMadeIsNot() throws IOException {
    write("activemq-data-1.amq", 300, 2);
    check.look(FULL);
    write("activemq-data-1.amq", FULL, 2);
    check.look(FULL);
    assertThat(check.damage()).isEmpty();
  }

  @Test
  void aFileThatNothingWasWrittenToIsNot() throws IOException {
    write("activemq-data-1.amq", 300, 0);
    write("activemq-data-2.amq", 0, 0);
    lookTwice();
    assertThat(check.damage()).isEmpty();
  }

  @Test
  void withoutAJournalThereIsNothingToSay() throws IOException {
    Files.delete(journal);
    lookTwice();
    assertThat(check.damage()).isEmpty();
  }

  private void lookTwice() {
    check.look(FULL);
    check.look(FULL);
  }

  private void write(String name, int size, int version) throws IOException {
    byte[] octets = new byte[size];
    if (size > 3) {
      octets[3] = (byte) version;
    }
    Files.write(journal.resolve(name), octets);
  }
}
