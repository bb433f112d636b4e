package org.mailroom.smtp.server;

import java.time.Clock;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.Spool;

/** What all sessions of a listener share. */
record SessionServices(
    Reception reception, ReceptionPolicy policy, Spool spool, QueueIdSource ids, Clock clock) {}
