/**
 * TCP listeners: one thread that accepts, one virtual thread a connection, limits, and a stop that
 * lets work end. The only package that starts threads, or says of which kind the server's are. It
 * knows no protocol: a {@link org.mailroom.transport.ConnectionHandler} holds the conversation.
 *
 * <p>Guarantees: a token is given back for each one taken; a connection ends some seconds after its
 * limit passed, even if its peer doesn't read; after a stop has returned no connection is open.
 *
 * <p>There is one mechanism for time, the {@code Reaper}: a thread that looks at all connections
 * twice a second. Sockets have no timeouts of their own, which would cost a timer for every read.
 */
package org.mailroom.listener;
