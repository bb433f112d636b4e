package org.mailroom.directory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mail.Address;
import org.mailroom.mail.Origin;
import org.mailroom.mail.ReversePath;

/**
 * Who may send to a list. Who logged in is believed before what MAIL said. A reverse-path of a
 * local domain is believed of trusted networks only: from outside its owner would log in, and
 * anybody else could write it. Mail with the null reverse-path comes from nobody: a list that asks
 * who somebody is doesn't take it.
 */
final class PostingRules {

  private final Domains domains;
  private final AddressBook book;

  /** What the rule of a list says. */
  enum Answer {
    MAY,
    MAY_NOT,
    ASK_MODERATORS
  }

  PostingRules(Domains domains, AddressBook book) {
    this.domains = domains;
    this.book = book;
  }

  Answer ask(DistributionList list, ReversePath from, Origin origin) {
    if (list.posting() == DistributionList.Posting.ANYONE) {
      return Answer.MAY;
    }
    Optional<Address> poster = poster(from, origin);
    if (poster.isEmpty()) {
      boolean anybody = list.posting() == DistributionList.Posting.MODERATED && !from.isNull();
      return anybody ? Answer.ASK_MODERATORS : Answer.MAY_NOT;
    }
    if (isSame(list.owner(), poster.get())
        || isAmong(list.owners(), poster.get())
        || isAmong(list.moderators(), poster.get())) {
      return Answer.MAY;
    }
    return switch (list.posting()) {
      case INSIDE -> may(origin.user().isPresent() || domains.isLocal(poster.get().domain()));
      case MEMBERS -> may(isMember(list, poster.get()));
      case MODERATED -> Answer.ASK_MODERATORS;
      case OWNERS, ANYONE -> Answer.MAY_NOT;
    };
  }

  /** Who a mail is from, as far as that is believed. */
  Optional<Address> poster(ReversePath from, Origin origin) {
    return origin
        .user()
        .or(
            () ->
                from.address().filter(who -> !origin.outside() || !domains.isLocal(who.domain())));
  }

  private static Answer may(boolean allowed) {
    return allowed ? Answer.MAY : Answer.MAY_NOT;
  }

  private boolean isAmong(List<Address> people, Address poster) {
    return people.stream().anyMatch(one -> isSame(one, poster));
  }

  /** True for the same address, and for two addresses of one account. */
  boolean isSame(Address one, Address poster) {
    if (book.key(one).equals(book.key(poster))) {
      return true;
    }
    Optional<Account> account = account(one);
    return account.isPresent() && account.equals(account(poster));
  }

  private Optional<Account> account(Address address) {
    Optional<AddressHolder> holder = book.holderOfBase(address);
    if (holder.orElse(null) instanceof Alias alias && alias.targets().size() == 1) {
      holder = book.holder(alias.targets().get(0));
    }
    return holder.map(found -> found instanceof Account account ? account : null);
  }

  /** Members of lists in a list are its members too, however deep those are. */
  private boolean isMember(DistributionList list, Address poster) {
    Set<AddressKey> seen = new HashSet<>();
    Deque<DistributionList> open = new ArrayDeque<>(List.of(list));
    while (!open.isEmpty()) {
      for (Address member : open.pop().members()) {
        if (!seen.add(book.key(member))) {
          continue;
        }
        if (isSame(member, poster)) {
          return true;
        }
        if (book.holder(member).orElse(null) instanceof DistributionList inner) {
          open.add(inner);
        }
      }
    }
    return false;
  }
}
