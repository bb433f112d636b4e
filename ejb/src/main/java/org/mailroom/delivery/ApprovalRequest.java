package org.mailroom.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.mailroom.mail.Address;
import org.mailroom.mail.ContentBuilder;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.Spool;
import org.mailroom.queue.QueuedMail;

/** The mail that asks moderators: a text, and what they decide on. */
final class ApprovalRequest {

  /** A larger mail is not sent along. */
  private static final long MOST_OCTETS = 1 << 20;

  private final QueuedMail about;
  private final Address list;
  private final List<Address> moderators;
  private final String token;

  ApprovalRequest(QueuedMail about, Address list, List<Address> moderators, String token) {
    this.about = about;
    this.list = list;
    this.moderators = moderators;
    this.token = token;
  }

  MessageContent write(QueueId id, Instant now, Spool spool) throws IOException {
    String boundary = "mailroom-" + id;
    Address approve = ModerationAddress.write(list, true, token);
    Address reject = ModerationAddress.write(list, false, token);
    try (ContentBuilder out = spool.newContent()) {
      line(out, "From: <" + list + ">");
      line(out, "To: " + moderators.stream().map(a -> "<" + a + ">").collect(joinedByLines()));
      line(out, "Reply-To: <" + approve + ">");
      line(out, "Subject: A mail to " + list.localPart() + " waits for a moderator");
      line(
          out,
          "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
      line(out, "Message-ID: <" + id + "@" + list.domain().ascii() + ">");
      line(out, "Auto-Submitted: auto-generated");
      line(out, "MIME-Version: 1.0");
      line(out, "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
      line(out, "");
      line(out, "--" + boundary);
      line(out, "Content-Type: text/plain; charset=utf-8");
      line(out, "Content-Transfer-Encoding: 8bit");
      line(out, "");
      line(out, "A mail from <" + about.envelope().reversePath() + "> to");
      line(out, "<" + list + "> waits for a moderator.");
      line(out, "");
      line(out, "To let it through, answer this mail, or write to");
      line(out, approve.toString());
      line(out, "");
      line(out, "To refuse it, write to");
      line(out, reject.toString());
      line(out, "");
      line(out, "Without an answer its sender is told that nobody let it through.");
      if (about.content().size() <= MOST_OCTETS) {
        line(out, "--" + boundary);
        line(out, "Content-Type: message/rfc822");
        line(out, "Content-Transfer-Encoding: 8bit");
        line(out, "");
        about.content().writeTo(out);
        line(out, "");
      }
      line(out, "--" + boundary + "--");
      return out.finish();
    }
  }

  private static Collector<CharSequence, ?, String> joinedByLines() {
    return Collectors.joining(",\r\n ");
  }

  private static void line(ContentBuilder out, String text) throws IOException {
    byte[] octets = (text + "\r\n").getBytes(StandardCharsets.UTF_8);
    out.write(octets, 0, octets.length);
  }
}
