package org.mailroom.imap;

/**
 * What FETCH says of the structure of a message, as it can be kept beside it: whoever changes how
 * that is written has to forget what was kept.
 *
 * @param envelope of ENVELOPE
 * @param bodyStructure of BODYSTRUCTURE
 */
public record FetchTexts(String envelope, String bodyStructure) {

  /** Characters of each; who wants longer ones puts up with the writing. */
  public static final int LONGEST = 8000;
}
