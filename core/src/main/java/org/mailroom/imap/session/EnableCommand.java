package org.mailroom.imap.session;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.mailroom.imap.Capability;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;

/**
 * ENABLE tells what the client understands (RFC 9051, 6.3.1); what it isn't told of it can't.
 *
 * <pre>
 * enable = "ENABLE" 1*(SP capability)
 * </pre>
 */
record EnableCommand(Set<Extension> extensions) implements Command {

  static EnableCommand parse(Arguments arguments) throws ImapSyntaxException {
    Set<Extension> extensions = EnumSet.noneOf(Extension.class);
    do {
      arguments.space();
      Extension.named(arguments.word("=")).ifPresent(extensions::add);
    } while (!arguments.isAtEnd());
    return new EnableCommand(extensions);
  }

  @Override
  public Completion proceed(ImapSession session) throws IOException {
    StringBuilder enabled = new StringBuilder("ENABLED");
    for (Extension extension : extensions) {
      if (isWithheld(extension, session)) {
        continue;
      }
      session.enable(extension);
      enabled.append(' ').append(extension.capability());
    }
    if (session.enabled().contains(Extension.QRESYNC)) {
      session.useModseqs();
    }
    session.untagged(enabled.toString());
    return Completion.DONE;
  }

  private static boolean isWithheld(Extension extension, ImapSession session) {
    return session.mailboxes().withheld().contains(Capability.of(extension.capability()));
  }
}
