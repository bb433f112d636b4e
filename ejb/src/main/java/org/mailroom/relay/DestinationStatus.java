package org.mailroom.relay;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mail.Diagnosis;

/**
 * What the gate knows of a next hop at one moment.
 *
 * @param nextHop its key
 * @param down true while it is not tried
 * @param until when a down hop is tried next
 * @param waiting mails parked until a connection is free, estimated from the line
 * @param inUse connections in use
 * @param connections that may be in use
 * @param lastError of the hop, not of a mail; stays after it works again
 */
public record DestinationStatus(
    String nextHop,
    boolean down,
    Optional<Instant> until,
    long waiting,
    int inUse,
    int connections,
    Optional<Diagnosis> lastError) {}
