package org.mailroom.command;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.mail.ContentBuilder;
import org.mailroom.mail.CrlfOutput;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Spool;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.client.RecipientReport;
import org.mailroom.smtp.client.Report;
import org.mailroom.smtp.client.SessionNotOpenedException;

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
    return Submission.envelope(from.get(), to);
  }

  private static List<RecipientReport> send(
      Envelope envelope, MessageContent content, Settings settings)
      throws FailureException, IOException {
    Submission submission = new Submission(settings);
    try {
      return submission.send(envelope, content);
    } catch (SessionNotOpenedException e) {
      throw new FailureException(submission.unreachable(e));
    }
  }

  private static void report(List<RecipientReport> reports, Context context)
      throws FailureException {
    List<String> refused = new ArrayList<>();
    for (RecipientReport report : reports) {
      String line = report.recipient().path() + ": " + Submission.text(report.report());
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
}
