package org.mailroom.search;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of ids of contents: they are counted up, so most of a range are there. Never changes. */
final class ContentIds {

  static final ContentIds NONE = new ContentIds(Map.of());

  private static final int BITS = 16;

  private final Map<Long, BitSet> blocks;

  private ContentIds(Map<Long, BitSet> blocks) {
    this.blocks = blocks;
  }

  boolean contains(long id) {
    BitSet block = blocks.get(id >> BITS);
    return block != null && block.get(at(id));
  }

  long count() {
    return blocks.values().stream().mapToLong(BitSet::cardinality).sum();
  }

  ContentIds with(Iterable<Long> more) {
    Builder builder = new Builder(this);
    more.forEach(builder::add);
    return builder.build();
  }

  ContentIds without(Iterable<Long> some) {
    Builder builder = new Builder(this);
    some.forEach(id -> builder.block(id).clear(at(id)));
    return builder.build();
  }

  private static int at(long id) {
    return (int) (id & (1 << BITS) - 1);
  }

  /** Collects some; copies what it changes. */
  static final class Builder {

    private final Map<Long, BitSet> all;
    private final Map<Long, BitSet> own = new HashMap<>();

    Builder() {
      this(NONE);
    }

    private Builder(ContentIds begin) {
      this.all = new HashMap<>(begin.blocks);
    }

    void add(long id) {
      block(id).set(at(id));
    }

    private BitSet block(long id) {
      return own.computeIfAbsent(id >> BITS, this::copy);
    }

    private BitSet copy(long number) {
      BitSet before = all.get(number);
      return before == null ? new BitSet() : (BitSet) before.clone();
    }

    ContentIds build() {
      all.putAll(own);
      return new ContentIds(Map.copyOf(all));
    }
  }
}
