package org.mailroom.listener;

import org.mailroom.transport.ListenerReport;

/**
 * What stands behind a listener whose protocol only the service knows: the message listener type of
 * a resource adapter that opens ports for any protocol.
 */
public interface ListenerService extends LaterListener.Service, ListenerReport {}
