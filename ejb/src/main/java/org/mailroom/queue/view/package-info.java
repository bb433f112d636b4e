/**
 * Shows the queue to people and programs, from {@link org.mailroom.queue.QueueIndex}: in every
 * state, of any length, in milliseconds at 100,000 mails, and without a word to the broker. It
 * changes nothing. What is shown was true of each mail at one moment, but not of all mails at the
 * same moment: a page is read while mail moves. A page keeps its place by the age of its mails, not
 * by their place in a queue.
 */
package org.mailroom.queue.view;
