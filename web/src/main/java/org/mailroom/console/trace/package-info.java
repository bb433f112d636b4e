/**
 * What happened to one mail, from the client that sent it to every recipient: a verdict in a
 * sentence, and the recorded events in their order. It says what was recorded and guesses nothing.
 */
package org.mailroom.console.trace;
