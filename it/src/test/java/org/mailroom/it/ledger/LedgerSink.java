package org.mailroom.it.ledger;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailroom.it.ledger.Ledger.Report;
import org.mailroom.it.peer.Listener;
import org.mailroom.it.report.ParsedDsn;

/**
 * The next hop of a run, fast and without end of connections: looks whether each mail is whole, and
 * notes it in the ledger; reads the DSNs that go to the sender.
 */
public final class LedgerSink implements AutoCloseable {

  private final Ledger ledger;
  private final InetSocketAddress address;
  private final Set<String> putOff = ConcurrentHashMap.newKeySet();
  private volatile Listener listener;
  private volatile boolean holding;

  /** A sink that doesn't listen yet. */
  public LedgerSink(Ledger ledger, String host, int port) throws IOException {
    this.ledger = ledger;
    this.address = new InetSocketAddress(InetAddress.getAllByName(host)[0], port);
  }

  /** Begins to listen. */
  public void up() throws IOException {
    listener = new Listener(address, this::serve);
  }

  /** Stops listening, and drops every connection. */
  public void down() throws IOException {
    listener.close();
    listener.drop();
  }

  /** Accepts connections from now on, and says nothing; or is itself again. */
  public void hold(boolean silent) {
    holding = silent;
  }

  /** True for a recipient who is refused for good. */
  static boolean isGone(String recipient) {
    return localPart(recipient).endsWith("-gone");
  }

  /** True the first time, for a recipient who is busy then. */
  boolean isBusy(String recipient) {
    return localPart(recipient).endsWith("-busy") && putOff.add(recipient);
  }

  void took(String reversePath, List<String> recipients, SinkContent content) {
    if (content.number().isPresent()) {
      tookMail(reversePath, recipients, content);
    } else if (reversePath.isEmpty()) {
      tookDsn(content);
    } else {
      ledger.violated("a mail from <" + reversePath + "> came that nobody sent");
    }
  }

  private void tookMail(String reversePath, List<String> recipients, SinkContent content) {
    String said = content.number().orElseThrow();
    if (!content.isWhole()) {
      ledger.violated("mail " + said + " came with another body than it was sent with");
    }
    for (String recipient : recipients) {
      int number = LedgerMail.numberOf(recipient);
      if (!said.equals(ledger.plan().run() + "-" + number)) {
        ledger.violated("the content of mail " + said + " came to " + recipient);
      } else if (!ledger.plan().mail(number).reversePath().equals(reversePath)) {
        ledger.violated("mail " + said + " came with the sender <" + reversePath + ">");
      }
      ledger.arrived(recipient);
    }
  }

  private void tookDsn(SinkContent content) {
    try {
      ParsedDsn dsn = ParsedDsn.of(content.octets());
      String id = dsn.message().getMessageID();
      for (int i = 0; i < dsn.perRecipient().size(); i++) {
        String recipient = dsn.field(i, "Final-Recipient").orElseThrow();
        String action = dsn.field(i, "Action").orElseThrow();
        String address = recipient.substring(recipient.indexOf(';') + 1).strip();
        String field = LedgerMail.NUMBER_FIELD + ": " + ledger.plan().run() + "-";
        if (!dsn.returned().contains(field + LedgerMail.numberOf(address) + "\r\n")) {
          ledger.violated("the DSN about " + address + " returns another mail");
        }
        ledger.reported(address, new Report(action, id));
      }
    } catch (MessagingException | IOException | RuntimeException | AssertionError e) {
      ledger.violated("a DSN that can't be read: " + e);
    }
  }

  private static String localPart(String recipient) {
    int at = recipient.indexOf('@');
    return at < 0 ? recipient : recipient.substring(0, at);
  }

  private void serve(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    if (holding && socket.getInputStream().read() >= 0) {
      throw new IOException("The hub spoke before the greeting");
    }
    new SinkSession(this, socket).run();
  }

  @Override
  public void close() throws IOException {
    if (listener != null) {
      down();
    }
  }
}
