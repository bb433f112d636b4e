/**
 * The real EAR in a real WildFly, one server for all classes here. Each scenario has domains of its
 * own, whose MX hosts are scripted next hops on loopback addresses of their own, so that none knows
 * another.
 */
package org.mailroom.it.deployed;
