package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.it.client.Corpus;
import org.mailroom.it.client.Mails;
import org.mailroom.it.command.Program;
import org.mailroom.it.command.Result;

/** People fetch their mail by POP3, with programs that nobody here wrote. */
class Pop3IT extends MailboxAccess {

  private static final int POP3 = Integer.getInteger("mailroom.it.pop3");
  private static final int POP3S = Integer.getInteger("mailroom.it.pop3s");

  @TempDir private Path folder;

  @Test
  void curlListsAndFetchesOverTls() throws Exception {
    String ann = account("curl.test");
    deliver(ann, Mails.simple("the first"));
    deliver(ann, Mails.simple("the second"));

    assertThat(curl(ann, "pop3s", POP3S, "").success().out()).contains("1 ", "2 ");
    String first = curl(ann, "pop3s", POP3S, "1").success().out();
    assertThat(first).startsWith("Return-Path: <eve@away.test>\r\n").contains("Subject: the first");
    assertThat(curl(ann, "pop3", POP3, "2", "--ssl-reqd").success().out())
        .contains("Subject: the second");
    assertThat(curl(ann, "pop3", POP3, "2", "--login-options", "AUTH=PLAIN").success().out())
        .contains("Subject: the second");
    assertThat(curl("mo@curl.test", "pop3s", POP3S, "").exitCode())
        .as("login denied")
        .isEqualTo(67);
  }

  @Test
  void fetchmailTakesAllAndLeavesNothing() throws Exception {
    String ann = account("fetchmail.test");
    for (int i = 0; i < 25; i++) {
      deliver(ann, Mails.simple("number " + i));
    }
    Path taken = folder.resolve("taken");
    Path settings = folder.resolve("fetchmailrc");
    Files.writeString(
        settings,
        """
        poll 127.0.0.1 protocol pop3 port %d uidl
          user "%s" password "%s" is root here
          ssl sslproto "TLS1.2+" no sslcertck fetchall no keep
          mda "cat >> %s"
        """
            .formatted(POP3S, ann, PASSWORD, taken));
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
    Program.ofDebian("fetchmail", "fetchmail")
        .with("-f", settings.toString(), "--pidfile", folder.resolve("pid").toString())
        .with("-i", folder.resolve("ids").toString(), "--nosyslog")
        .run()
        .success();

    String all = Files.readString(taken);
    for (int i = 0; i < 25; i++) {
      assertThat(all).containsOnlyOnce("Subject: number " + i + "\n");
    }
    assertThat(Mailboxes.of(ann)).isEmpty();
    assertThat(curl(ann, "pop3s", POP3S, "").success().out()).isBlank();
  }

  @Test
  void mpopLogsInByScramAndTakesEachOnce() throws Exception {
    String ann = account("mpop.test");
    for (int i = 0; i < 3; i++) {
      deliver(ann, Mails.simple("number " + i));
    }
    Path taken = folder.resolve("mbox");
    Path settings = folder.resolve("mpoprc");
    Files.writeString(
        settings,
        """
        account default
        host 127.0.0.1
        port %d
        user %s
        password "%s"
        auth scram-sha-256
        tls off
        keep on
        uidls_file %s
        delivery mbox %s
        """
            .formatted(POP3, ann, PASSWORD, folder.resolve("uidls"), taken));
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
    Program mpop = Program.ofDebian("mpop", "mpop").with("-C", settings.toString());
    mpop.run().success();
    deliver(ann, Mails.simple("number 3"));
    mpop.run().success();

    String all = Files.readString(taken);
    for (int i = 0; i < 4; i++) {
      assertThat(all).containsOnlyOnce("Subject: number " + i + "\n");
    }
  }

  @Test
  void poplibDeletesOnlyAtQuitAndHasTheMailboxForItself() throws Exception {
    String ann = account("poplib.test");
    deliver(ann, Mails.simple("to keep"));
    deliver(ann, Mails.simple("to go"));
    Path script = folder.resolve("pop.py");
    Files.writeString(
        script,
        """
        import poplib, ssl, sys
        port, user, password = int(sys.argv[1]), sys.argv[2], sys.argv[3]
        tls = ssl._create_unverified_context()
        def session():
            pop = poplib.POP3('127.0.0.1', port, timeout=30)
            assert 'STLS' in pop.capa()
            pop.stls(tls)
            pop.user(user)
            pop.pass_(password)
            return pop
        pop = session()
        assert pop.stat()[0] == 2, pop.stat()
        ids = pop.uidl()[1]
        assert b'Subject: to keep' in pop.top(1, 0)[1]
        pop.dele(2)
        try:
            session()
            raise AssertionError('two sessions had it')
        except poplib.error_proto as refused:
            assert b'[IN-USE]' in refused.args[0], refused
        pop.close()
        pop = session()
        assert pop.stat()[0] == 2, 'deleted without QUIT'
        assert pop.uidl()[1] == ids
        pop.dele(2)
        pop.quit()
        pop = session()
        assert pop.stat()[0] == 1, pop.stat()
        assert pop.uidl()[1] == ids[:1]
        pop.quit()
        print('done')
        """);
    Result result =
        Program.ofDebian("python3", "python3")
            .with(script.toString(), Integer.toString(POP3), ann, PASSWORD)
            .run()
            .success();
    assertThat(result.out()).isEqualTo("done\n");
    assertThat(Mailboxes.of(ann)).hasSize(1);
  }

  @Test
  void everyMessageOfTheCorpusIsFetchedByteExact() throws Exception {
    String ann = account("corpus-pop.test");
    List<byte[]> filed = new ArrayList<>();
    for (Path file : corpus()) {
      byte[] content = Corpus.content(file);
      if (!Corpus.mustBeRefused(content)) {
        deliver(ann, content);
        filed.add(content);
      }
    }
    curl(ann, "pop3s", POP3S, "[1-" + filed.size() + "]", "-o", folder.resolve("#1").toString())
        .success();
    for (int i = 0; i < filed.size(); i++) {
      byte[] fetched = Files.readAllBytes(folder.resolve(Integer.toString(i + 1)));
      byte[] content = filed.get(i);
      int trace = fetched.length - content.length;
      assertThat(new String(fetched, 0, trace, StandardCharsets.US_ASCII))
          .startsWith("Return-Path: <eve@away.test>\r\nDelivered-To: " + ann + "\r\nReceived: ");
      assertThat(fetched).as("message %d", i + 1).endsWith(content);
    }
  }
}
