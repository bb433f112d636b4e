package org.mailroom.it.deployed;

import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.client.Corpus;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Program;
import org.mailroom.it.command.Result;

/** An account with mail, for tests of programs that read it. */
abstract class MailboxAccess extends DeployedHub {

  static final String PASSWORD = "a password of ann";

  static final int IMAP = Integer.getInteger("mailroom.it.imap");

  @RegisterExtension final Added directory = new Added();

  /** Mails of all kinds. */
  static List<Path> corpus() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(Path.of("src/test/corpus")));
    Stream.ofNullable(System.getProperty("mailroom.corpus")).map(Path::of).forEach(folders::add);
    return Corpus.files(folders);
  }

  /** Makes {@code ann} of a domain of her own. */
  final String account(String domain) throws Exception {
    directory.domain(domain).account("ann@" + domain, "password", PASSWORD);
    return "ann@" + domain;
  }

  /** Returns when the mail is in the mailbox. */
  static void deliver(String to, byte[] content) throws IOException {
    String id;
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<eve@away.test> BODY=8BITMIME", "250");
      smtp.command("RCPT TO:<" + to + ">", "250");
      id = RawSmtp.queueId(smtp.data(content));
    }
    MailLog.awaitLine(" delivered ", "id=" + id, "stage=store");
  }

  /** The mailboxes of a user, by Jakarta Mail over STARTTLS. */
  static Store jakartaMail(String user) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("mail.imap.starttls.enable", "true");
    properties.setProperty("mail.imap.starttls.required", "true");
    properties.setProperty("mail.imap.ssl.trust", "*");
    properties.setProperty("mail.imap.ssl.checkserveridentity", "false");
    Store store = Session.getInstance(properties).getStore("imap");
    store.connect("127.0.0.1", IMAP, user, PASSWORD);
    return store;
  }

  static Result curl(String user, String scheme, int port, String path, String... more)
      throws IOException {
    return Program.ofDebian("curl", "curl")
        .with("--silent", "--show-error", "--insecure", "--user", user + ":" + PASSWORD)
        .with(more)
        .with(scheme + "://127.0.0.1:" + port + "/" + path)
        .run();
  }
}
