package org.mailroom.imap.session;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.imap.MailboxException;
import org.mailroom.imap.NewMessage;
import org.mailroom.imap.UserMailboxes.Appended;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapDates;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.imap.grammar.Literal;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.NumberSet;

/**
 * APPEND puts messages into a mailbox, all of them or none (RFC 9051, 6.3.12; RFC 3502; RFC 6855,
 * 4). What is too large is refused before it is asked for.
 *
 * <pre>
 * append = "APPEND" SP mailbox 1*append-message
 * append-message = [SP flag-list] [SP date-time] SP append-data
 * append-data = literal / literal8 / "UTF8" SP "(" literal8 ")"
 * </pre>
 *
 * @param messages are read when the command proceeds
 */
record AppendCommand(String mailbox, Arguments messages) implements Command {

  static AppendCommand parse(Arguments arguments) throws IOException, ImapSyntaxException {
    arguments.space();
    return new AppendCommand(arguments.astring(), arguments);
  }

  @Override
  public Completion proceed(ImapSession session)
      throws IOException, MailboxException, ImapSyntaxException {
    List<NewMessage> taken = new ArrayList<>();
    try {
      do {
        messages.space();
        MessageFlags flags = readFlags();
        Optional<Instant> date = readDate();
        boolean inUtf8 = readUtf8(session);
        Literal literal =
            messages.literal().orElseThrow(() -> new ImapSyntaxException("A message is missing"));
        if (literal.size() > session.limits().message()) {
          session.passOver(messages);
          return Completion.no("TOOBIG", "The message is too large");
        }
        taken.add(new NewMessage(flags, date, take(literal, session)));
        messages.afterLiteral();
        if (inUtf8) {
          messages.expect(')');
        }
      } while (!messages.isAtEnd());
      return append(taken, session);
    } finally {
      taken.forEach(message -> message.content().close());
    }
  }

  private MessageFlags readFlags() throws IOException, ImapSyntaxException {
    if (messages.peek() != '(') {
      return MessageFlags.NONE;
    }
    MessageFlags flags = FlagList.read(messages);
    messages.space();
    return flags;
  }

  private Optional<Instant> readDate() throws IOException, ImapSyntaxException {
    if (messages.peek() != '"') {
      return Optional.empty();
    }
    Instant date = ImapDates.readDateTime(messages);
    messages.space();
    return Optional.of(date);
  }

  private boolean readUtf8(ImapSession session) throws ImapSyntaxException {
    boolean comes = messages.takeWord("UTF8");
    if (comes) {
      if (!session.enabled().contains(Extension.UTF8_ACCEPT)) {
        throw new ImapSyntaxException("Enable UTF8=ACCEPT first");
      }
      messages.space();
      messages.expect('(');
    }
    return comes;
  }

  private NewMessage.Content take(Literal literal, ImapSession session) throws IOException {
    try (InputStream octets = messages.open(literal)) {
      return session.mailboxes().take(octets);
    }
  }

  private Completion append(List<NewMessage> taken, ImapSession session)
      throws MailboxException, ImapSyntaxException {
    try {
      Appended where = session.mailboxes().append(Names.read(mailbox, session), taken);
      NumberSet.Builder uids = new NumberSet.Builder();
      where.uids().forEach(uids::add);
      return Completion.ok("APPENDUID " + where.uidValidity() + " " + uids.build(), "Appended");
    } catch (MailboxException e) {
      return Completion.ofTarget(e);
    }
  }
}
