package org.mailroom.store;

/**
 * Tells contents apart.
 *
 * @param print another one for another content of the same id, in a database that was restored
 */
public record ContentKey(long id, long print) {

  static ContentKey of(long id, long size, String queueId, int structureLength) {
    long print = size * 31 + structureLength;
    return new ContentKey(
        id, queueId == null ? print : print * 0x1_0000_0001L ^ queueId.hashCode());
  }
}
