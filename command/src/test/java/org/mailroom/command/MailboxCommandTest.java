package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxCommandTest {

  private static final String TALLY =
      "{\"added\":12,\"known\":3,\"too_large\":1,\"ignored\":0,\"mailboxes\":4}";

  @TempDir private Path folder;
  private NotedHub hub;

  @BeforeEach
  void startHub() throws IOException {
    hub = new NotedHub(folder);
  }

  @AfterEach
  void stopHub() {
    hub.close();
  }

  @Test
  void aBackupHasItsNameWhenItIsComplete() throws IOException {
    byte[] zip = zip();
    Path file = folder.resolve("ann.zip");
    hub.answers(200, Arrays.copyOf(zip, zip.length - 1));
    assertThat(hub.run("mailbox", "backup", "ann@corp.test", "ann.zip")).isEqualTo(1);
    assertThat(hub.err()).contains("The backup broke off");
    assertThat(file).doesNotExist();
    hub.answers(404, "{\"error\":\"There is no such account\"}");
    assertThat(hub.run("mailbox", "backup", "mo@corp.test", "ann.zip")).isEqualTo(1);
    assertThat(hub.err()).contains("There is no such account");
    hub.answers(200, zip);
    assertThat(hub.run("mailbox", "backup", "ann@corp.test", "ann.zip", "--reason", "a move"))
        .isZero();
    assertThat(hub.out()).isEqualTo("ann@corp.test is backed up in ann.zip\n");
    assertThat(Files.readAllBytes(file)).isEqualTo(zip);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("ann.zip", "secrets");
    assertThat(hub.requests().get(2))
        .isEqualTo("GET /api/mailboxes/ann%40corp.test/archive?reason=a%20move ");
  }

  @Test
  void filesAreSentAsTheyAreAndTheTallyIsSaid() throws IOException {
    Files.writeString(folder.resolve("a.zip"), "a zip");
    Files.writeString(folder.resolve("old.mbox"), "From ann\n");
    hub.answers(200, TALLY);
    assertThat(hub.run("mailbox", "restore", "ann@corp.test", "a.zip")).isZero();
    assertThat(hub.out())
        .isEqualTo(
            """
            12 added, 3 there already, in 4 mailboxes
            1 messages are too large for this hub, and left out
            """);
    assertThat(
            hub.run(
                "mailbox", "import", "ann@corp.test", "old.mbox", "--into", "Old/a b", "--json"))
        .isZero();
    assertThat(hub.out()).endsWith("left out\n" + TALLY + "\n");
    assertThat(hub.requests())
        .containsExactly(
            "POST /api/mailboxes/ann%40corp.test/archive?reason= a zip",
            "POST /api/mailboxes/ann%40corp.test/import?format=mbox&into=Old%2Fa%20b&reason= From ann\n");
  }

  @Test
  void aMaildirIsSentAsAZip() throws IOException {
    Files.createDirectories(folder.resolve("Maildir/cur"));
    Files.writeString(folder.resolve("Maildir/cur/1.a:2,S"), "one");
    hub.answers(200, TALLY);
    assertThat(hub.run("mailbox", "import", "ann@corp.test", "Maildir")).isZero();
    assertThat(hub.requests().get(0))
        .startsWith("POST /api/mailboxes/ann%40corp.test/import?format=maildir&reason= PK")
        .contains("cur/1.a:2,S");
    assertThat(hub.run("mailbox", "import", "ann@corp.test", "secrets")).isEqualTo(1);
    assertThat(hub.run("mailbox", "import", "ann@corp.test", "nowhere")).isEqualTo(1);
    assertThat(hub.err()).contains("There is no Maildir in", "nowhere can't be read");
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(octets)) {
      zip.putNextEntry(new ZipEntry("mailroom-archive.json"));
    }
    return octets.toByteArray();
  }
}
