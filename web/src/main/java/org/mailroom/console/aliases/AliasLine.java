package org.mailroom.console.aliases;

import java.util.List;
import org.mailroom.console.Phrases;
import org.mailroom.directory.Alias;

/**
 * An alias as a line of the list.
 *
 * @param address its name
 * @param first of its targets
 * @param others how many targets more, in words, or empty
 * @param targets one a line
 */
public record AliasLine(String address, String first, String others, String targets) {

  static AliasLine of(Alias alias, Phrases phrases) {
    List<String> targets = alias.targets().stream().map(Object::toString).toList();
    return new AliasLine(
        alias.address().toString(),
        targets.get(0),
        targets.size() > 1 ? phrases.text("mail.others", targets.size() - 1) : "",
        String.join("\n", targets));
  }
}
