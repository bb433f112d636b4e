package org.mailroom.directory;

import java.util.List;
import org.mailroom.mail.Address;

/**
 * What was found while a recipient was expanded.
 *
 * @param level how many others it was led through, from 0
 * @param kind of what was found
 * @param address that was looked at
 * @param others whom it leads to, or who is asked
 */
public record ExpansionStep(int level, Kind kind, Address address, List<Address> others) {

  /** What an address is. */
  public enum Kind {
    /** An account that keeps the mail, and may pass it on. */
    MAILBOX,
    /** An account that passes it on and keeps nothing. */
    FORWARDS,
    /** An account that is disabled. */
    DISABLED,
    ALIAS,
    /** A list that takes the mail. */
    LIST,
    /** A list whose moderators are asked. */
    LIST_ASKS,
    /** A list that takes nothing from there. */
    LIST_REFUSES,
    /** An address of another hub. */
    ELSEWHERE,
    /** Nobody has it. */
    UNKNOWN,
    /** It has the mail already: nobody gets it twice. */
    SEEN
  }

  /** Keeps its own list. */
  public ExpansionStep {
    others = List.copyOf(others);
  }
}
