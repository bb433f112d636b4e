/** The ledger of the reliability tests: what was sent, what was answered, what arrived. */
package org.mailroom.it.ledger;
