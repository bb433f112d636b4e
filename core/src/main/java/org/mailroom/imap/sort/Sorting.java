package org.mailroom.imap.sort;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.imap.MessageData;
import org.mailroom.imap.SelectedMailbox;

/** Sorts the messages that it sees, the lowest UID first. */
public final class Sorting implements SelectedMailbox.Visitor<RuntimeException> {

  private final SortProgram program;
  private final List<Seen> seen = new ArrayList<>();

  private record Seen(long uid, List<byte[]> values) {}

  /** By what a client wants. */
  public Sorting(SortProgram program) {
    this.program = program;
  }

  @Override
  public boolean visit(MessageData message) {
    seen.add(new Seen(message.uid(), program.valuesOf(message)));
    return true;
  }

  /** Their UIDs in order. */
  public long[] uids() {
    seen.sort((one, other) -> program.compare(one.values(), other.values()));
    return seen.stream().mapToLong(Seen::uid).toArray();
  }
}
