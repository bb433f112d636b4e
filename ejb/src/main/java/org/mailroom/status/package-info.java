/**
 * How the hub does, in one look: what the console's health mark, {@code GET /api/status} and {@code
 * bin/mailroom status} say. It decides nothing and never fails: a broker that doesn't answer is a
 * warning.
 */
package org.mailroom.status;
