package org.mailroom.imap.session;

import java.util.List;
import org.mailroom.imap.SelectedMailbox.Copied;
import org.mailroom.mailbox.NumberSet;

/**
 * Tells where messages went (RFC 9051, 7.1).
 *
 * <pre>
 * resp-code-copy = "COPYUID" SP nz-number SP uid-set SP uid-set
 * </pre>
 */
final class CopyUid {

  private CopyUid() {}

  static String of(Copied copied) {
    return "COPYUID " + copied.uidValidity() + " " + set(copied.from()) + " " + set(copied.to());
  }

  private static NumberSet set(List<Long> uids) {
    NumberSet.Builder all = new NumberSet.Builder();
    uids.forEach(all::add);
    return all.build();
  }
}
