/**
 * The other ends that the hub meets in tests: next hops that follow a script, and a DNS server that
 * answers from a map. All of them listen on loopback, and strictly: what the standards forbid is
 * written down as a violation.
 */
package org.mailroom.it.peer;
