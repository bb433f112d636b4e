package org.mailroom.store;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mail.MessageContent;
import org.mailroom.mailbox.MessageFlags;

/**
 * A message that a client puts into a mailbox.
 *
 * @param internalDate empty for now
 * @param content stays the caller's
 */
public record MessageToAppend(
    MessageFlags flags, Optional<Instant> internalDate, MessageContent content) {}
