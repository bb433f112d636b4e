/**
 * What operators do to the queue: hold, release, retry, reroute, expire, fail, delete, export;
 * pause and resume; limit a next hop. {@link org.mailroom.operation.QueueOperations} is the one way
 * in, for REST, the command and the console.
 *
 * <p>How a change reaches a part: the job wants it ({@link org.mailroom.queue.QueueChanges}), makes
 * waiting parts come due, and whoever takes the part from the queue, a consumer or one of the job's
 * own takers, publishes what the change makes of it and acknowledges then. A part in an attempt
 * gets it with its outcome. Parts that are ready for mailboxes are taken as those that are ready
 * for a next hop are, and go back to where they belong by then.
 *
 * <p>Guarantees: each part is changed or as it was, whatever crashes; nothing is lost or doubled.
 * Everything is audited before it is done. Pauses and limits outlive a restart. Refused: an
 * operation on an empty filter, and one without a reason where it can't be undone.
 */
package org.mailroom.operation;
