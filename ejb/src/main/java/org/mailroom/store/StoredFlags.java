package org.mailroom.store;

import java.util.List;
import org.mailroom.mailbox.NumberSet;

/**
 * What a change of flags came to.
 *
 * @param states of all messages that were asked for and not refused, by UID
 * @param modified those that were refused, because they had changed since
 */
public record StoredFlags(List<MessageState> states, NumberSet modified) {}
