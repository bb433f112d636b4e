package org.mailroom.it.peer;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mailroom.it.command.Program;

/**
 * Debian's Dovecot as a store behind LMTP, with a configuration and Maildirs of its own in a
 * temporary folder. It runs as this user, or as nobody where this user is root.
 */
public final class Dovecot implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String PACKAGE = "dovecot-lmtpd";

  private static final String CONFIGURATION =
      """
      base_dir = FOLDER/run
      state_dir = FOLDER/state
      log_path = FOLDER/log
      protocols = lmtp
      listen = 127.0.0.1
      ssl = no
      default_internal_user = USER
      default_internal_group = GROUP
      default_login_user = USER
      first_valid_uid = 1
      first_valid_gid = 1
      mail_location = maildir:FOLDER/mail/%n
      mail_save_crlf = yes
      auth_username_chars =
      passdb {
        driver = passwd-file
        args = FOLDER/users
      }
      userdb {
        driver = passwd-file
        args = FOLDER/users
      }
      service anvil {
        chroot =
      }
      service lmtp {
        inet_listener lmtp {
          address = 127.0.0.1
          port = PORT
        }
      }
      protocol lmtp {
        mail_plugins = quota
      }
      plugin {
        quota = maildir:User
      }
      """;

  private final int port;
  private final Path folder;
  private final boolean root = System.getProperty("user.name").equals("root");
  private final List<String> users = new ArrayList<>();
  private Process process;

  /** A Dovecot that isn't started, to listen on a port of 127.0.0.1. */
  public Dovecot(int port) throws IOException {
    this.port = port;
    // Not below target: paths of sockets are short, and nobody may not be able to come there.
    folder = Files.createTempDirectory("mailroom-dovecot");
  }

  /** A user with a mailbox. */
  public Dovecot user(String address) throws IOException {
    return userWithin(address, 0);
  }

  /** A user whose mailbox holds so many octets; 0 for any number. */
  public Dovecot userWithin(String address, long octets) throws IOException {
    String limit = octets == 0 ? "" : "userdb_quota_rule=*:bytes=" + octets;
    String home = folder.resolve("home").resolve(name(address)).toString();
    users.add(String.join(":", address, "{PLAIN}none", id("-u"), id("-g"), "", home, "", limit));
    return this;
  }

  /** Starts it; returns when it listens. */
  public Dovecot start() throws IOException {
    Files.write(folder.resolve("users"), users);
    Path configuration = folder.resolve("dovecot.conf");
    Files.writeString(
        configuration,
        CONFIGURATION
            .replace("FOLDER", folder.toString())
            .replace("USER", id("-un"))
            .replace("GROUP", id("-gn"))
            .replace("PORT", Integer.toString(port)));
    Program dovecot =
        Program.ofDebian("dovecot", PACKAGE).with("-F", "-c", configuration.toString());
    if (root) {
      Program.ofDebian("chown", "coreutils")
          .with("-R", id("-un") + ":" + id("-gn"), folder.toString())
          .run()
          .success();
      dovecot.under(
          Program.ofDebian("setpriv", "util-linux")
              .with("--reuid=" + id("-u"), "--regid=" + id("-g"), "--clear-groups"));
    }
    File out = File.createTempFile("dovecot", ".txt", folder.toFile());
    process = dovecot.start(out.toPath(), out.toPath());
    await("Dovecot in " + folder).atMost(PATIENCE).until(this::listens);
    return this;
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new IllegalStateException("Dovecot has ended; " + folder + " says why");
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getInputStream().read() == '2';
    } catch (IOException e) {
      return false;
    }
  }

  /** Stops it; its mailboxes stay. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("Dovecot doesn't end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The mails of a user as they are in the Maildir, trace fields of Dovecot's in front. */
  public List<byte[]> mails(String address) throws IOException {
    Path inbox = folder.resolve("mail").resolve(name(address)).resolve("new");
    if (!Files.isDirectory(inbox)) {
      return List.of();
    }
    List<byte[]> mails = new ArrayList<>();
    try (Stream<Path> files = Files.list(inbox)) {
      for (Path file : files.sorted().toList()) {
        mails.add(Files.readAllBytes(file));
      }
    }
    return mails;
  }

  /** Waits for the first mail of a user. */
  public byte[] awaitMail(String address) {
    return await("a mail for " + address + " in " + folder)
        .atMost(Duration.ofSeconds(60))
        .until(() -> mails(address), mails -> !mails.isEmpty())
        .get(0);
  }

  @Override
  public void close() throws IOException {
    if (process != null && process.isAlive()) {
      stop();
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String name(String address) {
    return address.substring(0, address.indexOf('@'));
  }

  /** Whom it runs as, as id(1) has it. */
  private String id(String option) throws IOException {
    Program id = Program.ofDebian("id", "coreutils").with(option);
    return (root ? id.with("nobody") : id).run().success().out().strip();
  }
}
