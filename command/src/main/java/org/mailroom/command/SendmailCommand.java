package org.mailroom.command;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.ContentBuilder;
import org.mailroom.mail.CrlfOutput;
import org.mailroom.mail.Domain;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Spool;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.client.RecipientReport;
import org.mailroom.smtp.client.Report;
import org.mailroom.smtp.client.SessionNotOpenedException;

/**
 * {@code sendmail [OPTION]... [RECIPIENT]...}: submits the message on standard input, as the
 * classic command does, with its exit codes. {@code docs/operate.md} has the options.
 */
final class SendmailCommand implements Command {

  private static final int IN_MEMORY = 1 << 20;

  @Override
  public void run(List<String> words, Context context) throws FailureException {
    try {
      SendmailOptions options = SendmailOptions.parse(words);
      if (options.recipients.isEmpty() && !options.fromHeader) {
        throw new UsageException("a recipient is missing, or -t");
      }
      submit(options, settings(context), new FileInputStream(FileDescriptor.in));
    } catch (UsageException e) {
      throw new FailureException(SendmailExit.USAGE, e.getMessage());
    } catch (IOException e) {
      throw new FailureException(SendmailExit.IO_ERROR, e.toString());
    }
  }

  private static Settings settings(Context context) throws FailureException {
    Configuration configuration = context.configuration();
    if (!configuration.problems().isEmpty()) {
      throw new FailureException(SendmailExit.CONFIGURATION, configuration.problems());
    }
    if (configuration.settings().ports().smtp() == 0) {
      throw new FailureException(
          SendmailExit.CONFIGURATION, "MAILROOM_SMTP_PORT is 0: the hub takes no mail over SMTP");
    }
    return configuration.settings();
  }

  private static void submit(SendmailOptions options, Settings settings, InputStream standardInput)
      throws FailureException, IOException {
    InputStream in = options.dotsAreText ? standardInput : new UntilDot(standardInput);
    Path folder = Files.createTempDirectory("mailroom");
    try (InputStream buffered = new java.io.BufferedInputStream(in)) {
      MessageFields fields = MessageFields.read(buffered);
      Envelope envelope = envelope(options, fields, settings.hostname());
      new MissingFields(settings.hostname(), Clock.system(ZoneId.systemDefault()))
          .add(fields, options.name, options.reversePath);
      try (MessageContent content = write(fields, buffered, new Spool(folder, IN_MEMORY))) {
        send(envelope, content, settings);
      }
    } finally {
      Trees.delete(folder);
    }
  }

  static Envelope envelope(SendmailOptions options, MessageFields fields, Domain hostname)
      throws FailureException {
    List<String> addresses = new ArrayList<>(options.recipients);
    if (options.fromHeader) {
      boolean resent = Stream.of("To", "Cc", "Bcc").anyMatch(name -> fields.has("Resent-" + name));
      Stream.of("To", "Cc", "Bcc")
          .map(name -> resent ? "Resent-" + name : name)
          .forEach(name -> addresses.addAll(fields.addresses(name)));
    }
    fields.remove("Bcc");
    fields.remove("Resent-Bcc");
    if (addresses.isEmpty()) {
      throw new FailureException(SendmailExit.DATA_ERROR, "The message names no recipient");
    }
    List<EnvelopeRecipient> recipients = new ArrayList<>();
    try {
      for (String address : addresses.stream().distinct().toList()) {
        recipients.add(
            new EnvelopeRecipient(
                Submission.forwardPath(LocalName.qualified(address, hostname)),
                options.notification,
                Optional.empty()));
      }
      String sender = options.reversePath.orElseGet(() -> LocalName.ofUser(hostname));
      return new Envelope(
          Submission.reversePath(LocalName.qualified(sender, hostname)),
          recipients,
          BodyType.SEVEN_BIT,
          true,
          options.ret,
          options.envelopeId);
    } catch (FailureException e) {
      throw new FailureException(SendmailExit.DATA_ERROR, e.reasons());
    }
  }

  private static MessageContent write(MessageFields fields, InputStream body, Spool spool)
      throws IOException {
    try (ContentBuilder builder = spool.newContent()) {
      CrlfOutput out = new CrlfOutput(builder);
      fields.writeTo(out);
      body.transferTo(out);
      out.flush();
      return builder.finish();
    }
  }

  private static void send(Envelope envelope, MessageContent content, Settings settings)
      throws FailureException, IOException {
    Submission submission = new Submission(settings);
    try {
      List<RecipientReport> refused =
          submission.send(envelope, content).stream()
              .filter(report -> !(report.report() instanceof Report.Accepted))
              .toList();
      if (!refused.isEmpty()) {
        throw new FailureException(
            SendmailExit.of(refused),
            refused.stream()
                .map(each -> each.recipient().path() + ": " + Submission.text(each.report()))
                .toList());
      }
    } catch (SessionNotOpenedException e) {
      throw new FailureException(SendmailExit.TEMPORARY, submission.unreachable(e));
    }
  }
}
