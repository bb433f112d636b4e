package org.mailroom.relay;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which next hop the last mail of a routing group went to, for the groups used last. */
final class GroupHops {

  private static final int MOST = 10_000;

  private final Map<String, String> hops =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  synchronized void note(String group, String hop) {
    hops.put(group, hop);
  }

  synchronized Optional<String> hopOf(String group) {
    return Optional.ofNullable(hops.get(group));
  }

  /** The groups that go to this hop. */
  synchronized Set<String> of(String hop) {
    Set<String> groups = new HashSet<>();
    hops.forEach(
        (group, its) -> {
          if (its.equals(hop)) {
            groups.add(group);
          }
        });
    return groups;
  }
}
