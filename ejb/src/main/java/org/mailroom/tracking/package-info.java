/**
 * What happened to each mail: one record when it is accepted, one for each recipient and delivery
 * attempt. Today the records go to the mail log, {@code data/logs/mail.log}, in the form that
 * {@code docs/tracking-record.md} describes.
 */
package org.mailroom.tracking;
