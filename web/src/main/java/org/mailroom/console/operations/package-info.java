/**
 * Operations on queued mail, from any page: what is asked before one begins, and how the jobs do
 * that carry it out. One mail that can be put back as it was is done at once; for all else a dialog
 * says how many mails it meets, shows some of them, and says what will come of it.
 */
package org.mailroom.console.operations;
