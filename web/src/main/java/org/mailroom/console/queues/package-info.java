/** The Queues page: for whom mail waits, and why. */
package org.mailroom.console.queues;
