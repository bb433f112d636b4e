/**
 * The other ends that the hub meets in tests: next hops that follow a script, a DNS server that
 * answers from a map, and Dovecot. All of them listen on loopback; those of our own are strict:
 * what the standards forbid is written down as a violation.
 */
package org.mailroom.it.peer;
