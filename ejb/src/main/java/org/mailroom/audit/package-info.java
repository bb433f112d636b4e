/**
 * Who did what in the hub, when and why. {@link org.mailroom.audit.Audit} alone writes it; entries
 * are added and ended, never changed. What can't be audited isn't done.
 */
package org.mailroom.audit;
