package org.mailroom.relay;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.hub.Pause;
import org.mailroom.mail.Diagnosis;

/**
 * What the gate knows of a next hop at one moment. How many mails wait for it is the queue's to
 * say.
 *
 * @param nextHop its key
 * @param state how it is treated
 * @param since when it became active, went down or was paused
 * @param until when a down hop is tried next, or a pause ends by itself
 * @param pause of this hop; the pause of the whole relaying is not repeated here
 * @param connections that may be in use
 * @param inUse connections in use
 * @param mailsPerMinute sent to it in the last minute
 * @param limits that an operator set
 * @param lastError of the hop, not of a mail; stays after it works again
 */
public record DestinationStatus(
    String nextHop,
    HopState state,
    Instant since,
    Optional<Instant> until,
    Optional<Pause> pause,
    int connections,
    int inUse,
    int mailsPerMinute,
    HopLimits limits,
    Optional<Diagnosis> lastError) {}
