/**
 * The text of messages, as people look for it: {@link org.mailroom.text.MessageTexts} reads it,
 * {@link org.mailroom.text.Phrase} is what is looked for, {@link org.mailroom.text.MessageTerms} is
 * what an index keeps.
 *
 * <p>Guarantees: texts that are the same to a reader are the same here; a phrase that is in a text
 * has no term that the text lacks. Messages of any size are read in constant memory. Refused:
 * nothing.
 */
package org.mailroom.text;
