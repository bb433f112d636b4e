package org.mailroom.directory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mailroom.mail.Address;

/**
 * Addresses whose mail would come back to them: by aliases, lists, and accounts that keep no copy.
 * Chains may be as long as the directory is large, so none is followed by recursion.
 */
final class Loops {

  private enum Visit {
    OPEN,
    DONE
  }

  /** An address on the way from where the walk began, and where else it leads. */
  private record Step(AddressKey at, Iterator<Address> others) {}

  private final Map<AddressKey, AddressHolder> holders;
  private final Function<Address, AddressKey> key;
  private final Map<AddressKey, Visit> visits = new HashMap<>();
  private final Deque<Step> way = new ArrayDeque<>();

  Loops(Map<AddressKey, AddressHolder> holders, Function<Address, AddressKey> key) {
    this.holders = holders;
    this.key = key;
  }

  /** One holder of each loop. */
  void forEach(Consumer<AddressHolder> found) {
    holders.keySet().forEach(start -> walk(start, found));
  }

  private void walk(AddressKey start, Consumer<AddressHolder> found) {
    visit(start, found);
    while (!way.isEmpty()) {
      Step last = way.peek();
      if (last.others().hasNext()) {
        visit(key.apply(last.others().next()), found);
      } else {
        visits.put(last.at(), Visit.DONE);
        way.pop();
      }
    }
  }

  private void visit(AddressKey at, Consumer<AddressHolder> found) {
    AddressHolder holder = holders.get(at);
    if (holder == null || visits.get(at) == Visit.DONE) {
      return;
    }
    if (visits.put(at, Visit.OPEN) == Visit.OPEN) {
      found.accept(holder);
      return;
    }
    way.push(new Step(at, next(holder).iterator()));
  }

  private static List<Address> next(AddressHolder holder) {
    return switch (holder) {
      case Alias alias -> alias.targets();
      case DistributionList list -> list.members();
      case Account account -> account.keepsCopy() ? List.of() : account.forwards();
    };
  }
}
