package org.mailroom.command;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.ContentBuilder;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.client.RecipientReport;
import org.mailroom.smtp.client.Report;
import org.mailroom.smtp.client.SessionNotOpenedException;
import org.mailroom.smtp.client.SmtpClient;
import org.mailroom.smtp.client.SmtpClientSession;
import org.mailroom.smtp.client.SmtpClientTimeouts;
import org.mailroom.smtp.client.SmtpPeer;
import org.mailroom.smtp.client.SocketConnector;
import org.mailroom.smtp.client.StartTls;

/**
 * {@code send FILE [--from ADDRESS] [--to ADDRESS]...}: submits a message to the hub over SMTP.
 * What no option says is taken from its header: From, and To with Cc.
 */
final class SendCommand implements Command {

  private static final String FROM = "--from";
  private static final String TO = "--to";
  private static final String STANDARD_INPUT = "-";
  private static final int IN_MEMORY = 1 << 20;

  @Override
  public void run(List<String> words, Context context)
      throws UsageException, FailureException, IOException {
    Arguments arguments = Arguments.parse(words, Set.of(), Set.of(FROM, TO), 1);
    String file = arguments.operand(0, "FILE");
    Settings settings = context.configuration().soundSettings();
    if (settings.ports().smtp() == 0) {
      throw new FailureException("MAILROOM_SMTP_PORT is 0: the hub takes no mail over SMTP");
    }
    Path folder = Files.createTempDirectory("mailroom");
    try (MessageContent content = read(file, context, new Spool(folder, IN_MEMORY))) {
      Envelope envelope = envelope(arguments, content);
      report(send(envelope, content, settings), context);
    } finally {
      Trees.delete(folder);
    }
  }

  private static MessageContent read(String file, Context context, Spool spool)
      throws FailureException, IOException {
    try (InputStream in = new BufferedInputStream(open(file, context));
        ContentBuilder builder = spool.newContent()) {
      CrlfOutput out = new CrlfOutput(builder);
      in.transferTo(out);
      out.flush();
      return builder.finish();
    } catch (NoSuchFileException e) {
      throw new FailureException("There is no file " + file);
    }
  }

  private static InputStream open(String file, Context context) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? new FileInputStream(FileDescriptor.in)
        : Files.newInputStream(context.workingDirectory().resolve(file));
  }

  static Envelope envelope(Arguments arguments, MessageContent content)
      throws FailureException, IOException {
    MessageHeader header;
    try (InputStream in = content.open()) {
      header = MessageHeader.read(in);
    }
    Optional<String> from =
        arguments.value(FROM).or(() -> header.addresses("From").stream().findFirst());
    List<String> to =
        arguments.has(TO)
            ? arguments.values(TO)
            : Stream.of("To", "Cc").flatMap(name -> header.addresses(name).stream()).toList();
    if (from.isEmpty() || to.isEmpty()) {
      throw new FailureException(
          "The message has no "
              + (from.isEmpty() ? "From" : "To")
              + " field, and no option says who");
    }
    List<EnvelopeRecipient> recipients = new ArrayList<>();
    for (String address : to) {
      recipients.add(EnvelopeRecipient.of(forwardPath(address)));
    }
    return new Envelope(
        reversePath(from.get()),
        recipients,
        BodyType.SEVEN_BIT,
        true,
        Optional.empty(),
        Optional.empty());
  }

  private static ReversePath reversePath(String address) throws FailureException {
    try {
      return ReversePath.parse(address);
    } catch (IllegalArgumentException e) {
      throw new FailureException("\"" + address + "\" is no address: " + e.getMessage());
    }
  }

  private static ForwardPath forwardPath(String address) throws FailureException {
    try {
      return ForwardPath.parse(address);
    } catch (IllegalArgumentException e) {
      throw new FailureException("\"" + address + "\" is no address: " + e.getMessage());
    }
  }

  private static List<RecipientReport> send(
      Envelope envelope, MessageContent content, Settings settings)
      throws FailureException, IOException {
    InetSocketAddress address =
        new InetSocketAddress(HubApi.reachable(settings.bind()), settings.ports().smtp());
    SmtpPeer peer = new SmtpPeer(address.getHostString(), address, StartTls.NEVER);
    try {
      SmtpClient client =
          new SmtpClient(
              new SocketConnector(SSLContext.getDefault()),
              settings.hostname(),
              SmtpClientTimeouts.DEFAULTS,
              System::nanoTime);
      try (SmtpClientSession session = client.open(peer)) {
        List<RecipientReport> reports = session.send(envelope, content);
        session.quit();
        return reports;
      }
    } catch (SessionNotOpenedException e) {
      throw new FailureException("The hub takes no mail at " + address + ": " + text(e.report()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has TLS", e);
    }
  }

  private static void report(List<RecipientReport> reports, Context context)
      throws FailureException {
    List<String> refused = new ArrayList<>();
    for (RecipientReport report : reports) {
      String line = report.recipient().path() + ": " + text(report.report());
      if (report.report() instanceof Report.Accepted) {
        context.out().println(line);
      } else {
        refused.add(line);
      }
    }
    if (!refused.isEmpty()) {
      throw new FailureException(refused);
    }
  }

  private static String text(Report report) {
    return switch (report) {
      case Report.Accepted accepted -> accepted.reply().toText();
      case Report.Refused refused -> refused.reply().toText();
      case Report.NoAnswer none -> "no answer to " + none.stage().keyword() + ": " + none.detail();
      case Report.Unsuitable unsuitable -> unsuitable.status() + " " + unsuitable.text();
    };
  }
}
