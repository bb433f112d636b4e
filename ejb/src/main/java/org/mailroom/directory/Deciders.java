package org.mailroom.directory;

import java.util.function.Function;
import org.mailroom.directory.Expansion.Elsewhere;
import org.mailroom.directory.Expansion.Local;
import org.mailroom.directory.Expansion.Moderated;
import org.mailroom.directory.Expansion.Refused;
import org.mailroom.directory.Expansion.Target;
import org.mailroom.mail.Address;

/**
 * Who decides about mail to a list: those who were asked. These are its moderators themselves, and
 * whoever their addresses stand for, such as the administrators behind postmaster.
 */
final class Deciders {

  private final Domains domains;
  private final PostingRules rules;
  private final Function<Address, Expansion> asked;

  /**
   * Deciders in a directory.
   *
   * @param asked whom a question to an address of a local domain reaches
   */
  Deciders(Domains domains, PostingRules rules, Function<Address, Expansion> asked) {
    this.domains = domains;
    this.rules = rules;
    this.asked = asked;
  }

  boolean include(DistributionList list, Address who) {
    return list.deciders().stream().anyMatch(one -> rules.isSame(one, who) || reaches(one, who));
  }

  private boolean reaches(Address one, Address who) {
    return domains.isLocal(one.domain())
        && asked.apply(one).targets().stream().anyMatch(target -> is(target, who));
  }

  private boolean is(Target target, Address who) {
    return switch (target) {
      case Local local -> rules.isSame(local.account().address(), who);
      case Elsewhere other -> rules.isSame(other.recipient().path().address(), who);
      case Moderated moderated -> false;
      case Refused refused -> false;
    };
  }
}
