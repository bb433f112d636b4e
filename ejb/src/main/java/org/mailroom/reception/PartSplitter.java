package org.mailroom.reception;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.delivery.LocalParts;
import org.mailroom.directory.Directory;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.mail.Domain;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ReversePath;
import org.mailroom.queue.QueuedMail;
import org.mailroom.routing.Router;

/**
 * Groups the recipients of a mail into parts: those of local domains, the others by route, at most
 * 100 recipients each. Whom an address stands for is asked when it is delivered.
 */
@Singleton
class PartSplitter {

  /** The recipients of one part, their group, and whether they are for mailboxes of this hub. */
  record Part(String group, boolean local, List<EnvelopeRecipient> recipients) {}

  private final Directory directory;
  private final Router router;

  @Inject
  PartSplitter(Directory directory, Router router) {
    this.directory = directory;
    this.router = router;
  }

  /** The parts, in the order of their first recipients. */
  List<Part> split(List<EnvelopeRecipient> recipients, ReversePath from) {
    DirectorySnapshot now = directory.snapshot();
    if (recipients.size() == 1) {
      return List.of(part(recipients, group(recipients.get(0), from, now)));
    }
    Map<String, List<EnvelopeRecipient>> groups = new LinkedHashMap<>();
    for (EnvelopeRecipient recipient : recipients) {
      groups.computeIfAbsent(group(recipient, from, now), g -> new ArrayList<>()).add(recipient);
    }
    List<Part> parts = new ArrayList<>();
    groups.forEach((group, members) -> addInChunks(parts, members, group));
    return parts;
  }

  private String group(EnvelopeRecipient recipient, ReversePath from, DirectorySnapshot now) {
    Domain domain = recipient.path().domain();
    return now.isLocal(domain) ? LocalParts.RECIPIENTS : router.group(domain, from);
  }

  private static Part part(List<EnvelopeRecipient> members, String group) {
    return new Part(group, group.equals(LocalParts.RECIPIENTS), members);
  }

  private static void addInChunks(List<Part> parts, List<EnvelopeRecipient> members, String group) {
    for (int i = 0; i < members.size(); i += QueuedMail.MAX_RECIPIENTS) {
      int end = Math.min(members.size(), i + QueuedMail.MAX_RECIPIENTS);
      parts.add(part(members.subList(i, end), group));
    }
  }
}
