package org.mailroom.smtp.server;

import java.time.Clock;

/** What all sessions of a listener share. */
record SessionServices(Reception reception, ReceptionPolicy policy, Clock clock) {}
