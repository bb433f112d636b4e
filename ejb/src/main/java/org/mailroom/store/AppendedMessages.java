package org.mailroom.store;

import java.util.List;

/**
 * Where messages went.
 *
 * @param uids in the order in which they were given
 */
public record AppendedMessages(long uidValidity, List<Long> uids) {}
