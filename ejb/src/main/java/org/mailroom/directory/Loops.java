package org.mailroom.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mailroom.mail.Address;

/**
 * Addresses whose mail would come back to them: by aliases, lists, and accounts that keep no copy.
 */
final class Loops {

  private enum Visit {
    OPEN,
    DONE
  }

  private final Map<AddressKey, AddressHolder> holders;
  private final Function<Address, AddressKey> key;
  private final Map<AddressKey, Visit> visits = new HashMap<>();

  Loops(Map<AddressKey, AddressHolder> holders, Function<Address, AddressKey> key) {
    this.holders = holders;
    this.key = key;
  }

  /** One holder of each loop. */
  void forEach(Consumer<AddressHolder> found) {
    holders.keySet().forEach(start -> visit(start, found));
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
    next(holder).forEach(address -> visit(key.apply(address), found));
    visits.put(at, Visit.DONE);
  }

  private static List<Address> next(AddressHolder holder) {
    return switch (holder) {
      case Alias alias -> alias.targets();
      case DistributionList list -> list.members();
      case Account account -> account.keepsCopy() ? List.of() : account.forwards();
    };
  }
}
