/**
 * Shows the queue to people and programs. It reads the broker's own lists, through JMX, and changes
 * nothing: no message is consumed, locked or copied into a second store.
 *
 * <p>Ready, held and dead mail is paged by the broker. Waiting mail the broker only lists as a
 * whole, which costs time and heap: it is listed at most once in five seconds, for everybody who
 * asks, and not at all above a limit. What is shown may be that much out of date, and a mail that
 * moves between two queues while they are read can be seen twice or not at all.
 */
package org.mailroom.queue.view;
