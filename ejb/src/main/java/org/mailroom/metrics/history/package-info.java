/**
 * What was counted over time, for charts: a point a minute for a day, one a quarter of an hour for
 * a week, and the levels of this moment. In memory, and in the database once a minute, so that
 * charts go on after a restart; each hub has rows of its own.
 *
 * <p>Guarantees: nothing here runs in the way of mail, and a database that doesn't answer costs
 * charts of the past and nothing else.
 */
package org.mailroom.metrics.history;
