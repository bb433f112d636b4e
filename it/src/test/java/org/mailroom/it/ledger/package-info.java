/**
 * The ledger of the reliability tests: what was sent and answered, what arrived, what was reported,
 * what is still queued; and the invariants I1 to I10 as sentences about what is not so. A {@link
 * org.mailroom.it.ledger.LedgerPlan} says what is sent, a {@link org.mailroom.it.ledger.LedgerLoad}
 * sends it, a {@link org.mailroom.it.ledger.LedgerSink} takes it, {@link
 * org.mailroom.it.ledger.Invariants} judges.
 */
package org.mailroom.it.ledger;
