package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.it.client.Corpus;
import org.mailroom.it.client.Mails;
import org.mailroom.it.command.Mbsync;
import org.mailroom.it.command.Program;
import org.mailroom.it.command.Result;

/** People read their mail by IMAP, with programs that nobody here wrote. */
class ImapIT extends MailboxAccess {

  private static final int IMAPS = Integer.getInteger("mailroom.it.imaps");

  @TempDir private Path folder;

  @Test
  void curlListsFetchesSearchesAndAppends() throws Exception {
    String ann = account("curl-imap.test");
    deliver(ann, Mails.simple("the first"));
    deliver(ann, Mails.simple("the second"));

    assertThat(curl(ann, "imaps", IMAPS, "").success().out())
        .contains("\\Sent) \"/\" \"Sent\"", "\"INBOX\"");
    assertThat(curl(ann, "imaps", IMAPS, "INBOX;UID=1").success().out())
        .startsWith("Return-Path: <eve@away.test>\r\n")
        .contains("Subject: the first");
    assertThat(curl(ann, "imap", IMAP, "INBOX;UID=2;SECTION=TEXT", "--ssl-reqd").success().out())
        .isNotBlank();
    assertThat(curl(ann, "imap", IMAP, "INBOX?SUBJECT%20second").success().out())
        .isEqualTo("* SEARCH 2\r\n");
    Path draft = folder.resolve("draft");
    Files.writeString(draft, "Subject: a draft\r\n\r\nnot yet\r\n");
    curl(ann, "imaps", IMAPS, "Drafts", "-T", draft.toString()).success();
    assertThat(curl(ann, "imaps", IMAPS, "Drafts;UID=1").success().out())
        .isEqualTo(Files.readString(draft));
    assertThat(curl("mo@curl-imap.test", "imaps", IMAPS, "").exitCode())
        .as("login denied")
        .isEqualTo(67);
  }

  @Test
  void imaplibDoesWhatAUserAgentDoes() throws Exception {
    String ann = account("imaplib.test");
    for (int i = 1; i <= 5; i++) {
      deliver(ann, Mails.simple("number " + i));
    }
    assertThat(python("imap.py", ann).out()).isEqualTo("done\n");
  }

  @Test
  void imaplibUsesExtensions() throws Exception {
    assertThat(python("extensions.py", account("extensions.test")).out()).isEqualTo("done\n");
  }

  @Test
  void newMailIsToldAtOnceToWhoIdles() throws Exception {
    String ann = account("idle.test");
    deliver(ann, Mails.simple("first"));
    Path out = folder.resolve("out");
    Process idle =
        Program.ofDebian("python3", "python3")
            .with("src/test/python/idle.py", Integer.toString(IMAP), ann, PASSWORD)
            .start(out, folder.resolve("error"));
    try {
      await("a session that idles").until(() -> Files.readString(out).contains("idling"));
      deliver(ann, Mails.simple("second"));
      await("news of the second").until(() -> Files.readString(out).contains("told"));
      assertThat(idle.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(idle.exitValue()).as(Files.readString(folder.resolve("error"))).isZero();
    } finally {
      idle.destroyForcibly();
    }
  }

  @Test
  void neomuttReadsFlagsDeletesAndAnswersInATerminal() throws Exception {
    String ann = account("neomutt.test");
    directory.account("bob@neomutt.test");
    deliver(
        ann,
        Mails.lines(
            "From: bob@neomutt.test",
            "Date: Mon, 1 Jan 2024 00:00:00 +0000",
            "Message-ID: <lunch@neomutt.test>",
            "Subject: Lunch",
            "",
            "Shall we have lunch?"));
    for (int i = 2; i <= 5; i++) {
      deliver(ann, Mails.simple("number " + i));
    }
    Program.ofDebian("neomutt", "neomutt");
    Result result =
        Program.ofDebian("python3", "python3")
            .with("src/test/python/neomutt.py", folder.toString())
            .with(Integer.toString(IMAP), System.getProperty("mailroom.it.submission"))
            .with(ann, PASSWORD)
            .run()
            .success();

    assertThat(result.out()).isEqualTo("done\n");
    assertThat(curl(ann, "imaps", IMAPS, "INBOX?ANSWERED").success().out())
        .isEqualTo("* SEARCH 1\r\n");
    assertThat(curl(ann, "imaps", IMAPS, "INBOX?FLAGGED").success().out())
        .isEqualTo("* SEARCH 2\r\n");
    assertThat(curl(ann, "imaps", IMAPS, "INBOX?ALL").success().out())
        .isEqualTo("* SEARCH 1 2 3 4\r\n");
    assertThat(curl(ann, "imaps", IMAPS, "Sent;UID=1").success().out())
        .contains("Subject: Re: Lunch", "Yes, at noon.");
  }

  @Test
  void mbsyncSynchronisesBothWays() throws Exception {
    String ann = account("mbsync.test");
    for (int i = 0; i < 20; i++) {
      deliver(ann, Mails.simple("number " + i));
    }
    Path local = Files.createDirectory(folder.resolve("mail"));
    Path settings = folder.resolve("mbsyncrc");
    Files.writeString(settings, Mbsync.settings(IMAP, ann, PASSWORD, local));
    Mbsync.run(settings).success();
    List<Path> inbox = files(local.resolve("INBOX"));
    assertThat(inbox).hasSize(20);
    for (String name : List.of("Drafts", "Sent", "Junk", "Trash", "Archive")) {
      assertThat(local.resolve(name)).isDirectory();
    }

    Files.delete(inbox.get(0));
    Path read = inbox.get(1);
    Files.move(
        read,
        local.resolve("INBOX/cur").resolve(read.getFileName().toString().replaceAll(",S?$", ",S")));
    Path sent = local.resolve("Sent/new/1.mine");
    Files.writeString(sent, "Subject: sent\n\nfrom here\n");
    Mbsync.run(settings).success();

    assertThat(curl(ann, "imaps", IMAPS, "INBOX?ALL").success().out().trim().split(" "))
        .hasSize(2 + 19);
    assertThat(curl(ann, "imaps", IMAPS, "INBOX?SEEN").success().out().trim().split(" "))
        .hasSize(2 + 1);
    assertThat(curl(ann, "imaps", IMAPS, "Sent;UID=1").success().out()).contains("from here");
    Mbsync.run(settings).success();
    assertThat(files(local.resolve("INBOX"))).hasSize(19);
    assertThat(files(local.resolve("Sent"))).hasSize(1);
  }

  @Test
  void everyMessageOfTheCorpusIsListedAndFetchedByteExact() throws Exception {
    String ann = account("corpus-imap.test");
    List<byte[]> filed = new ArrayList<>();
    for (Path file : corpus()) {
      byte[] content = Corpus.content(file);
      if (!Corpus.mustBeRefused(content)) {
        deliver(ann, content);
        filed.add(content);
      }
    }
    try (Store store = jakartaMail(ann)) {
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_WRITE);
      Message[] messages = inbox.getMessages();
      FetchProfile all = new FetchProfile();
      all.add(FetchProfile.Item.ENVELOPE);
      all.add(FetchProfile.Item.CONTENT_INFO);
      all.add(FetchProfile.Item.FLAGS);
      all.add(UIDFolder.FetchProfileItem.UID);
      inbox.fetch(messages, all);
      assertThat(messages).hasSameSizeAs(filed);
      for (int i = 0; i < messages.length; i++) {
        messages[i].getSubject();
        messages[i].getContentType();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        messages[i].writeTo(octets);
        assertThat(octets.toByteArray()).as("message %d", i + 1).endsWith(filed.get(i));
        assertThat(octets.size()).isEqualTo(messages[i].getSize());
      }
      messages[0].setFlag(Flags.Flag.FLAGGED, true);
      inbox.copyMessages(messages, store.getFolder("Archive"));
      inbox.close(false);
      Folder archive = store.getFolder("Archive");
      archive.open(Folder.READ_ONLY);
      assertThat(archive.getMessageCount()).isEqualTo(filed.size());
      assertThat(archive.getMessage(1).isSet(Flags.Flag.FLAGGED)).isTrue();
    }
    python("structure.py", ann);
  }

  private static Result python(String script, String user) throws Exception {
    return Program.ofDebian("python3", "python3")
        .with("src/test/python/" + script, Integer.toString(IMAP), user, PASSWORD)
        .run()
        .success();
  }

  private static List<Path> files(Path maildir) throws Exception {
    try (Stream<Path> all = Files.walk(maildir)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }
}
