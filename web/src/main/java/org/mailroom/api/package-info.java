/**
 * The REST API for machines, {@code bin/mailroom} among them. Requests and answers are JSON, but
 * for files, which are streams.
 *
 * <p>Every request brings the token that stands in {@code secrets/command-token} of the data
 * directory, as {@code Authorization: Bearer}; a browser's session is worth nothing here, so
 * nothing that a page does can reach it. Refused requests, and failures, are answered with {@code
 * {"error": reason}}; the reason of a failure of ours stays in the log.
 */
package org.mailroom.api;
