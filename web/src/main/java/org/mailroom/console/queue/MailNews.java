package org.mailroom.console.queue;

import java.util.List;
import java.util.Optional;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueueOverview;

/** What a page doesn't show because it came after it was made. */
final class MailNews {

  private MailNews() {}

  /**
   * Mails that have come into the state that a page is about, at least; 0 for a page about all.
   *
   * @param total that were in it when the page was made
   * @param mails of the page, as they are now
   * @param overview of all that match, as it is now
   */
  static long cameIntoState(
      QueueChoice choice, long total, List<MailLine> mails, QueueOverview overview) {
    Optional<QueueState> state = choice.state();
    if (state.isEmpty()) {
      return 0;
    }
    String key = state.get().key();
    long left = mails.stream().filter(mail -> !mail.state().equals(key)).count();
    return Math.max(0, overview.count(state.get()) - (total - left));
  }
}
