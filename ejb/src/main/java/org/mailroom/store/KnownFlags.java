package org.mailroom.store;

import java.util.HashMap;
import java.util.Map;
import org.mailroom.mailbox.MessageFlags;

/** Flags of many messages, most of which have the same: those are one object. For one thread. */
final class KnownFlags {

  private final Map<Kept, MessageFlags> known = new HashMap<>();

  private record Kept(int system, String keywords) {}

  /** As they are kept: bits, and keywords with spaces between. */
  MessageFlags of(int system, String keywords) {
    return known.computeIfAbsent(
        new Kept(system, keywords), kept -> MessageFlags.of(kept.system(), kept.keywords()));
  }
}
