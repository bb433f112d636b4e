/**
 * The Live page: SMTP conversations as they go on. It asks for what came since it asked last, and
 * adds that to the end of what it shows; nothing else moves.
 */
package org.mailroom.console.conversation;
