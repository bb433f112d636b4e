package org.mailroom.store;

import java.util.List;

/**
 * Where messages went: the n-th of {@code from} to the n-th of {@code to}.
 *
 * @param uidValidity of the target
 */
public record CopiedMessages(long uidValidity, List<Long> from, List<Long> to) {}
