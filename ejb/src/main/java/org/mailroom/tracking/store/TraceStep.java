package org.mailroom.tracking.store;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mail.QueueId;

/**
 * Something that happened to a mail. Texts are empty where there is nothing to say.
 *
 * @param kind a {@link org.mailroom.tracking.TraceKind#key}
 * @param attempt counted from 1, 0 when it is not about one
 * @param words a reply of the next hop, or the hub's reason
 * @param isReply true when they are a reply
 * @param actor the person who did it
 * @param detail in that person's words, or what a DSN tells
 * @param child the DSN
 */
public record TraceStep(
    Instant happened,
    String kind,
    String recipient,
    int attempt,
    String nextHop,
    String remoteMta,
    String stage,
    String status,
    String words,
    boolean isReply,
    String actor,
    String detail,
    Optional<QueueId> child) {}
