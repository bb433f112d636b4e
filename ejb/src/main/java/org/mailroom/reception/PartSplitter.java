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
  List<Part> split(List<EnvelopeRecipient> recipients) {
    DirectorySnapshot now = directory.snapshot();
    if (recipients.size() == 1) {
      return List.of(part(recipients, now.isLocal(recipients.get(0).path().domain())));
    }
    Map<String, List<EnvelopeRecipient>> groups = new LinkedHashMap<>();
    for (EnvelopeRecipient recipient : recipients) {
      Domain domain = recipient.path().domain();
      String group = now.isLocal(domain) ? LocalParts.RECIPIENTS : router.group(domain);
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(recipient);
    }
    List<Part> parts = new ArrayList<>();
    groups.forEach(
        (group, members) ->
            addInChunks(parts, members, group.equals(LocalParts.RECIPIENTS)));
    return parts;
  }

  private Part part(List<EnvelopeRecipient> members, boolean local) {
    String group = local ? LocalParts.RECIPIENTS : router.group(members.get(0).path().domain());
    return new Part(group, local, members);
  }

  private void addInChunks(List<Part> parts, List<EnvelopeRecipient> members, boolean local) {
    for (int i = 0; i < members.size(); i += QueuedMail.MAX_RECIPIENTS) {
      int end = Math.min(members.size(), i + QueuedMail.MAX_RECIPIENTS);
      parts.add(part(members.subList(i, end), local));
    }
  }
}
