/**
 * The Trace page: mails of any age and state by one search box, a row for each recipient. A search
 * without a word shows the last hour. What is written into the box is read by {@link
 * org.mailroom.console.traces.TraceBox}, which refuses what it doesn't understand.
 */
package org.mailroom.console.traces;
