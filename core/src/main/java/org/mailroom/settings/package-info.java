/**
 * The hub's settings: read from {@code MAILROOM_} names, typed, and refused early with all problems
 * at once. Nothing is silently corrected.
 */
package org.mailroom.settings;
