/**
 * What a hub must survive: kills at random and at exact points, stops, a machine that stands still,
 * a clock that jumps. Each class is one scenario of the list of faults; what takes longer than a
 * build may is tagged {@code long} and run by {@code bench/faults}.
 */
package org.mailroom.it.crash;
