/**
 * SMTP conversations as they go on, for those who run the hub: the last 5,000 lines, in memory. It
 * listens from the first look on until some minutes after the last one; before and after, a session
 * pays a volatile read for a line, and nothing is kept.
 *
 * <p>Guarantees: neither contents nor what is said to log in come here; a line never waits for
 * another, nor for a reader.
 */
package org.mailroom.conversation;
