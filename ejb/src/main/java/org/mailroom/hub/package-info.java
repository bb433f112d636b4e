/**
 * What everything in the hub shares and nothing in it may make for itself: settings, clock, spool,
 * identifiers, randomness.
 */
package org.mailroom.hub;
