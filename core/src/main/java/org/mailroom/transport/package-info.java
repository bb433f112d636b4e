/**
 * A connection as a protocol engine sees it, and an engine as a listener sees it. Engines are
 * written against this package, listeners serve it, and neither knows the other: a socket, a test
 * and a fuzzer drive the same engine.
 *
 * <p>Guarantees: whatever an engine waits for ends in bounded time, because it names the limit
 * before it waits; and a connection ends between two commands, never within one, unless its grace
 * is over.
 */
package org.mailroom.transport;
