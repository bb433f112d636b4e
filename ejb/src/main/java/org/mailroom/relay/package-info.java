/**
 * Hands queued mail to next hops. A consumer takes a part, the gate says whether its next hop may
 * be tried, the client tries, the failure policy says what the replies mean, and the outcome is
 * published before the part is acknowledged. A crash in between repeats the attempt: a mail may be
 * sent twice, and is never lost.
 */
package org.mailroom.relay;
