package org.mailroom.console.find;

import java.util.List;

/** What a text may mean, by its kind. */
public final class FindTargets {

  /** The pages that know of ids, addresses and domains. */
  public static final List<FindTarget> BY_TEXT =
      List.of(
          FindTarget.of("id", "pi-search", "traces", "q", "id:"),
          FindTarget.of("id", "pi-inbox", "queue", "filter", "id:"),
          FindTarget.of("address", "pi-search", "traces", "q", "to:"),
          FindTarget.of("address", "pi-search", "traces", "q", "from:"),
          FindTarget.of("address", "pi-inbox", "queue", "filter", "to:"),
          FindTarget.of("address", "pi-user", "accounts", "address", ""),
          FindTarget.of("domain", "pi-search", "traces", "q", "to:@"),
          FindTarget.of("domain", "pi-inbox", "queue", "filter", "domain:"),
          FindTarget.of("domain", "pi-globe", "domains", "name", ""));

  private FindTargets() {}
}
