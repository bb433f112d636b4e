package org.mailroom.relay;

import java.util.Optional;
import org.mailroom.sasl.Credentials;
import org.mailroom.smtp.client.StartTls;

/**
 * How a next hop is spoken to.
 *
 * @param startTls how TLS is used
 * @param credentials for the login there, if there is one
 * @param lmtp true for a store that speaks LMTP
 */
public record HopManner(StartTls startTls, Optional<Credentials> credentials, boolean lmtp) {}
