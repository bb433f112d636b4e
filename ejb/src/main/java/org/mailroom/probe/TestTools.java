package org.mailroom.probe;

import org.mailroom.directory.Directory;
import org.mailroom.relay.HopManners;
import org.mailroom.relay.HopRoutes;
import org.mailroom.routing.MailExchangers;
import org.mailroom.routing.Router;
import org.mailroom.smtp.client.SmtpClient;

/** What a delivery test asks: the same as the relay does, with less patience. */
record TestTools(
    Directory directory,
    Router router,
    HopRoutes routes,
    HopManners manners,
    MailExchangers dns,
    SmtpClient client) {}
