/**
 * Reading what strangers wrote to each other is a right, and audited: a subject is on a page only
 * after the audit has it that this person looked.
 */
package org.mailroom.console.reading;
