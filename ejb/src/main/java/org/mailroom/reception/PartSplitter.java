package org.mailroom.reception;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.queue.QueuedMail;
import org.mailroom.routing.Router;

/** Groups the recipients of a mail into parts: by route, at most 100 recipients each. */
@Singleton
class PartSplitter {

  /** The recipients of one part, and their group. */
  record Part(String group, List<EnvelopeRecipient> recipients) {}

  private final Router router;

  @Inject
  PartSplitter(Router router) {
    this.router = router;
  }

  /** The parts, in the order of their first recipients. */
  List<Part> split(List<EnvelopeRecipient> recipients) {
    if (recipients.size() == 1) {
      return List.of(new Part(router.group(recipients.get(0).path().domain()), recipients));
    }
    Map<String, List<EnvelopeRecipient>> groups = new LinkedHashMap<>();
    for (EnvelopeRecipient recipient : recipients) {
      groups
          .computeIfAbsent(router.group(recipient.path().domain()), g -> new ArrayList<>())
          .add(recipient);
    }
    List<Part> parts = new ArrayList<>();
    groups.forEach((group, members) -> addInChunks(parts, group, members));
    return parts;
  }

  private static void addInChunks(List<Part> parts, String group, List<EnvelopeRecipient> members) {
    for (int i = 0; i < members.size(); i += QueuedMail.MAX_RECIPIENTS) {
      int end = Math.min(members.size(), i + QueuedMail.MAX_RECIPIENTS);
      parts.add(new Part(group, members.subList(i, end)));
    }
  }
}
