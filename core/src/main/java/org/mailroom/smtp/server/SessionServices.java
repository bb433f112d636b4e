package org.mailroom.smtp.server;

import java.time.Clock;
import java.util.function.Supplier;

/** What all sessions of a listener share. */
record SessionServices(
    SmtpService service,
    Reception reception,
    ReceptionPolicy policy,
    Clock clock,
    Supplier<SmtpServerLimits> limits) {}
