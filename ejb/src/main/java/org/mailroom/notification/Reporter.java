package org.mailroom.notification;

import java.time.ZoneId;
import org.mailroom.mail.Domain;

/**
 * Who writes DSNs.
 *
 * @param hostname of this hub
 * @param domain whose postmaster helps
 * @param zone of the times that people read
 */
record Reporter(Domain hostname, Domain domain, ZoneId zone) {}
