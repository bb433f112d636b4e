package org.mailroom.notification;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnvelopeRecipient;

/**
 * One recipient that a DSN tells about.
 *
 * @param recipient who
 * @param action what
 * @param diagnosis why
 * @param lastAttempt when it was tried last
 * @param willRetryUntil for a delay, when it will be given up
 */
public record DsnSubject(
    EnvelopeRecipient recipient,
    DsnAction action,
    Diagnosis diagnosis,
    Instant lastAttempt,
    Optional<Instant> willRetryUntil) {}
