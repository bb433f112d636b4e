/**
 * The message broker of this server, through its management beans: what its queues hold, and the
 * few things that JMS has no words for. Messages come as maps of their properties. What the broker
 * doesn't answer is {@link org.mailroom.broker.BrokerUnavailableException}.
 */
package org.mailroom.broker;
