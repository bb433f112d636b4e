package org.mailroom.it.command;

import java.io.IOException;
import java.nio.file.Path;

/** mbsync of isync, which keeps all mailboxes of an account in step with folders of Maildirs. */
public final class Mbsync {

  private Mbsync() {}

  /**
   * The text of its settings. It logs in by SCRAM-SHA-256, with Cyrus's library.
   *
   * @param local a folder that exists
   */
  public static String settings(int imapPort, String user, String password, Path local) {
    return """
        IMAPAccount hub
        Host 127.0.0.1
        Port %d
        User %s
        Pass "%s"
        SSLType None
        AuthMechs SCRAM-SHA-256

        IMAPStore far
        Account hub

        MaildirStore near
        Path %s/
        Inbox %s/INBOX
        SubFolders Verbatim

        Channel all
        Far :far:
        Near :near:
        Patterns *
        Create Both
        Expunge Both
        SyncState *
        """
        .formatted(imapPort, user, password, local, local);
  }

  /** Not run yet. */
  public static Program program(Path settings) {
    return Program.ofDebian("mbsync", "isync libsasl2-modules")
        .with("-c", settings.toString(), "-a");
  }

  /** Synchronises once. */
  public static Result run(Path settings) throws IOException {
    return program(settings).run();
  }
}
