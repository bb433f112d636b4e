/**
 * The Sender Rewriting Scheme: a reverse-path of a domain of ours for mail that is forwarded to
 * another hub, so that the sender's SPF record isn't asked about us, and so that reports come back
 * here and are handed on to the sender.
 *
 * <p>Guarantees: only what this hub wrote itself, at most 21 days ago, is turned back; it is told
 * by a keyed hash. Refused: addresses that don't fit into a local part or need quotes in one; those
 * keep their reverse-path.
 */
package org.mailroom.srs;
