package org.mailroom.it.deployed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.it.client.Corpus;
import org.mailroom.it.client.Mails;
import org.mailroom.it.command.Program;
import org.mailroom.it.command.Result;

/** All mail of an account goes into a file, and comes back. */
class MailboxArchiveIT extends MailboxAccess {

  private static final Instant FIRST = Instant.parse("2020-02-29T23:59:59Z");
  private static final List<String> FOLDERS =
      List.of("INBOX", "Sent", "Work/Plans?", "台北/.a", "Junk", "INBOX/1.eml");
  private static final List<String> KEYWORDS = List.of("$Forwarded", "urgent", "$label1");
  private static final String ZIP = "application/zip";
  private static final String MBOX = "application/mbox";

  @TempDir private Path folder;

  @Test
  void aBackupHasAllAndIsRestoredOnce() throws Exception {
    String ann = account("backup.test");
    String bob = another("bob@backup.test");
    int count = fileTheCorpus(ann);
    Path file = folder.resolve("ann.zip");
    assertThat(mailroom("backup", ann, file.toString()).success().out())
        .isEqualTo(ann + " is backed up in " + file + "\n");
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).containsExactly(file);
    }
    assertThat(mailroom("restore", bob, file.toString(), "--reason", "moves").success().out())
        .startsWith(count + " added, 0 there already, in ");
    assertThat(seen(bob)).isEqualTo(seen(ann));

    assertThat(mailroom("restore", bob, file.toString(), "--json").success().out())
        .startsWith("{\"added\":0,\"known\":" + count + ",\"too_large\":0,\"ignored\":0,");
    assertThat(seen(bob)).isEqualTo(seen(ann));
    assertThat(DirectoryApi.ok("GET", "audit?size=5", "").toString())
        .contains(
            "\"back up mailboxes\"",
            "\"restore mailboxes\"",
            "\"moves\"",
            "\"count\":" + count,
            count + " added, 0 there already");
  }

  @Test
  void aBackupToStandardOutputIsTheSameZip() throws Exception {
    String ann = account("stdout.test");
    deliver(ann, Mails.simple("the first"));
    Path out = folder.resolve("out.zip");
    Process backup = program("backup", ann, "-").start(out, folder.resolve("error"));
    assertThat(backup.waitFor()).isZero();
    Program.ofDebian("python3", "python3")
        .with("-m", "zipfile", "-t", out.toString())
        .run()
        .success();
    assertThat(
            Program.ofDebian("python3", "python3")
                .with("-m", "zipfile", "-l", out.toString())
                .run()
                .out())
        .contains("mailroom-archive.json", "mailboxes/INBOX/1.eml", "mailroom-archive-end.json");
  }

  @Test
  void aLargeMessageGoesBothWays() throws Exception {
    String ann = account("large-backup.test");
    String bob = another("bob@large-backup.test");
    byte[] octets = new byte[30 << 20];
    new Random(1).nextBytes(octets);
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (' ' + (octets[i] & 63));
    }
    append(ann, "INBOX", new RawMessage(octets, FIRST, new Flags()));
    Path file = folder.resolve("large.zip");
    mailroom("backup", ann, file.toString()).success();
    assertThat(Files.size(file)).isGreaterThan(11 << 20);
    mailroom("restore", bob, file.toString()).success();
    assertThat(seen(bob)).isEqualTo(seen(ann));
  }

  @Test
  void mailOfPythonsLibraryIsImported() throws Exception {
    String ann = account("import.test");
    Program.ofDebian("python3", "python3")
        .with("src/test/python/mailfiles.py", folder.toString())
        .run()
        .success();
    String maildir = folder.resolve("Maildir").toString();
    assertThat(mailroom("import", ann, maildir).success().out())
        .isEqualTo("4 added, 0 there already, in 3 mailboxes\n");
    assertThat(mailroom("import", ann, maildir).success().out())
        .isEqualTo("0 added, 4 there already, in 3 mailboxes\n");
    String mbox = folder.resolve("old.mbox").toString();
    assertThat(mailroom("import", ann, mbox, "--into", "Old/Mail").success().out())
        .isEqualTo("3 added, 0 there already, in 1 mailboxes\n");
    assertThat(mailroom("import", ann, mbox, "--into", "Old/Mail").success().out())
        .isEqualTo("0 added, 3 there already, in 1 mailboxes\n");

    try (Store store = jakartaMail(ann)) {
      assertThat(lines(store, "INBOX"))
          .containsExactlyInAnyOrder(
              "2026-11-29T12:00:00Z ----- [] new one", "2026-11-29T12:00:01Z xx--- [] read one");
      assertThat(lines(store, "Sent")).containsExactly("2026-11-29T12:00:02Z x---- [] sent one");
      assertThat(lines(store, "Work/台北"))
          .containsExactly("2026-11-29T12:00:03Z x-x-- [$Forwarded, urgent] plan");
      assertThat(lines(store, "Old/Mail"))
          .containsExactly(
              "2026-11-29T12:00:01Z ----- [] mbox 1",
              "2026-11-29T12:00:02Z x---- [] mbox 2",
              "2026-11-29T12:00:03Z xxx-- [] mbox 3");
      Folder old = store.getFolder("Old/Mail");
      old.open(Folder.READ_ONLY);
      assertThat(new String(SeenMailboxes.octets(old.getMessage(1)), ISO_8859_1))
          .endsWith(
              "\r\n\r\nFrom here\r\n\r\nFrom eve@away.test Sun Nov 29 10:00:00 2026\r\n8 bit: \u00e9\r\n");
    }
  }

  @Test
  void onlyAdministratorsMayDoAnyOfIt() throws Exception {
    String ann = account("roles.test");
    String path = "mailboxes/" + ann;
    for (String role : List.of("operator", "auditor", "help-desk")) {
      String token =
          DirectoryApi.ok(
                  "POST", "tokens", "{\"name\":\"it-" + role + "\",\"role\":\"" + role + "\"}")
              .getString("token");
      try {
        assertThat(status(token, "GET", path + "/archive", "")).as(role).isEqualTo(403);
        assertThat(status(token, "HEAD", path + "/archive", "")).as(role).isEqualTo(403);
        assertThat(status(token, "POST", path + "/archive", ZIP)).as(role).isEqualTo(403);
        assertThat(status(token, "POST", path + "/import?format=mbox", MBOX))
            .as(role)
            .isEqualTo(403);
        assertThat(status(token, "POST", path + "/import?format=maildir", ZIP))
            .as(role)
            .isEqualTo(403);
        assertThat(status(token, "GET", "%6dailboxes/" + ann + "/archive", ""))
            .as(role)
            .isBetween(403, 404);
      } finally {
        DirectoryApi.ok("DELETE", "tokens/it-" + role, "");
      }
    }
    assertThat(status("", "GET", path + "/archive", "")).isEqualTo(401);
    assertThat(status("", "POST", path + "/archive", ZIP)).isEqualTo(401);
    String all = DirectoryApi.commandToken();
    assertThat(status(all, "GET", path + "/archive", "")).isEqualTo(200);
    assertThat(status(all, "GET", "mailboxes/nobody@roles.test/archive", "")).isEqualTo(404);
    assertThat(status(all, "POST", path + "/import?format=pst", MBOX)).isEqualTo(400);
    assertThat(status(all, "POST", path + "/import?format=mbox&into=a*b", MBOX)).isEqualTo(400);
    assertThat(mailroom("backup", "nobody@roles.test", folder.resolve("x").toString()).exitCode())
        .isEqualTo(1);
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void whatIsCutOrNotAnArchiveIsRefusedWithHowFarItCame() throws Exception {
    String ann = account("cut.test");
    String bob = another("bob@cut.test");
    for (int i = 0; i < 5; i++) {
      append(
          ann, "INBOX", new RawMessage(Mails.simple("n" + i), FIRST.plusSeconds(i), new Flags()));
    }
    byte[] whole = backup(ann);
    int middle = new String(whole, ISO_8859_1).indexOf("4.eml") + 10;
    assertThat(restore(bob, Arrays.copyOf(whole, middle)))
        .contains("400", "\"added\":3", "ends too early");
    int end = new String(whole, ISO_8859_1).indexOf("mailroom-archive-end.json") - 30;
    assertThat(restore(bob, Arrays.copyOf(whole, end)))
        .contains("400", "\"added\":2", "\"known\":3", "ends too early");
    assertThat(restore(bob, whole)).contains("200", "\"added\":0", "\"known\":5");
    assertThat(restore(bob, "no zip".getBytes(UTF_8))).contains("400", "\"added\":0");
    assertThat(restore(bob, zip(Map.of("../../etc/evil", "x")))).contains("400", "no archive");
    Path file = folder.resolve("cut.zip");
    Files.write(file, Arrays.copyOf(whole, middle));
    Result cut = mailroom("restore", bob, file.toString());
    assertThat(cut.exitCode()).isEqualTo(1);
    assertThat(cut.problems())
        .singleElement()
        .asString()
        .contains("too early", "0 added, 3 there already");
  }

  @Test
  void aFullAccountTakesWhatFits() throws Exception {
    String ann = account("full-restore.test");
    directory.account("bob@full-restore.test", "password", PASSWORD, "quota_messages", 3);
    for (int i = 0; i < 5; i++) {
      append(
          ann, "INBOX", new RawMessage(Mails.simple("n" + i), FIRST.plusSeconds(i), new Flags()));
    }
    byte[] whole = backup(ann);
    assertThat(restore("bob@full-restore.test", whole)).contains("507", "\"added\":3", "no room");
  }

  private static byte[] backup(String address) throws Exception {
    String path = "mailboxes/" + address + "/archive";
    return DirectoryApi.file(DirectoryApi.commandToken(), "GET", path, "", new byte[0]).body();
  }

  private static String restore(String address, byte[] archive) throws Exception {
    HttpResponse<byte[]> answer =
        DirectoryApi.file(
            DirectoryApi.commandToken(), "POST", "mailboxes/" + address + "/archive", ZIP, archive);
    return answer.statusCode() + " " + new String(answer.body(), UTF_8);
  }

  private static byte[] zip(Map<String, String> entries) throws Exception {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(octets)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(UTF_8));
      }
    }
    return octets.toByteArray();
  }

  private static int status(String token, String method, String path, String type)
      throws Exception {
    return DirectoryApi.file(token, method, path, type, new byte[0]).statusCode();
  }

  private String another(String address) throws Exception {
    directory.account(address, "password", PASSWORD);
    return address;
  }

  private static int fileTheCorpus(String user) throws Exception {
    int count = 0;
    try (Store store = jakartaMail(user)) {
      for (String name : FOLDERS) {
        Folder made = store.getFolder(name);
        if (!made.exists()) {
          made.create(Folder.HOLDS_MESSAGES);
          made.setSubscribed(name.startsWith("Work"));
        }
      }
      for (Path file : corpus()) {
        byte[] content = Corpus.content(file);
        if (!Corpus.mustBeRefused(content) && content.length > 0) {
          Flags flags = new Flags();
          Flags.Flag[] system = {
            Flags.Flag.SEEN,
            Flags.Flag.ANSWERED,
            Flags.Flag.FLAGGED,
            Flags.Flag.DELETED,
            Flags.Flag.DRAFT
          };
          for (int i = 0; i < system.length; i++) {
            if ((count >> i & 1) == 1) {
              flags.add(system[i]);
            }
          }
          if (count % 4 > 0) {
            flags.add(KEYWORDS.get(count % 4 - 1));
          }
          store
              .getFolder(FOLDERS.get(count % FOLDERS.size()))
              .appendMessages(
                  new Message[] {new RawMessage(content, FIRST.plusSeconds(3601L * count), flags)});
          count++;
        }
      }
    }
    return count;
  }

  private static void append(String user, String name, RawMessage message) throws Exception {
    try (Store store = jakartaMail(user)) {
      store.getFolder(name).appendMessages(new Message[] {message});
    }
  }

  private static Map<String, List<String>> seen(String user) throws Exception {
    try (Store store = jakartaMail(user)) {
      return SeenMailboxes.of(store);
    }
  }

  private static List<String> lines(Store store, String name) throws Exception {
    Folder opened = store.getFolder(name);
    opened.open(Folder.READ_ONLY);
    return Arrays.stream(opened.getMessages()).map(SeenMailboxes::summary).toList();
  }

  private static Program program(String... arguments) {
    return Program.ofProject("bin/mailroom")
        .with("mailbox")
        .with(arguments)
        .in(
            Map.of(
                "MAILROOM_DATA",
                DATA.toString(),
                "MAILROOM_HTTP_PORT",
                Integer.toString(HTTP_PORT)));
  }

  private static Result mailroom(String... arguments) throws Exception {
    return program(arguments).run();
  }
}
