/**
 * Why something is refused, told so that others can say it in another language: a reason, what it
 * speaks of, and its sentence in English, which is what logs, commands and REST have.
 */
package org.mailroom.refusal;
