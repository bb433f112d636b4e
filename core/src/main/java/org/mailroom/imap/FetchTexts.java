package org.mailroom.imap;

/**
 * What FETCH says of the structure of a message, in ASCII, as it can be kept beside it: whoever
 * changes how that is written has to forget what was kept. The arrays are not copied, and are not
 * to be changed.
 */
public final class FetchTexts {

  /** Octets of each; who wants longer ones puts up with the writing. */
  public static final int LONGEST = 8000;

  private final byte[] envelope;
  private final byte[] bodyStructure;

  /** These. */
  public FetchTexts(byte[] envelope, byte[] bodyStructure) {
    this.envelope = envelope;
    this.bodyStructure = bodyStructure;
  }

  /** Of ENVELOPE. */
  public byte[] envelope() {
    return envelope;
  }

  /** Of BODYSTRUCTURE. */
  public byte[] bodyStructure() {
    return bodyStructure;
  }
}
