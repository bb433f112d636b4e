package org.mailroom.console.lists;

import java.util.Locale;
import org.mailroom.console.Phrases;
import org.mailroom.directory.DistributionList;

/**
 * A list as a line of the list.
 *
 * @param address its name
 * @param name for people; may be empty
 * @param posting the key of who may send to it
 * @param members how many, in words
 * @param owner who gets the reports about it
 * @param others how many owners more, in words, or empty
 */
public record ListLine(
    String address, String name, String posting, String members, String owner, String others) {

  static ListLine of(DistributionList list, Phrases phrases) {
    int more = list.owners().size() - 1;
    return new ListLine(
        list.address().toString(),
        list.name(),
        list.posting().name().toLowerCase(Locale.ROOT),
        phrases.count(list.members().size()),
        list.owner().toString(),
        more > 0 ? phrases.text("mail.others", more) : "");
  }
}
