/** The Audit page: who did what, when and why, searched by the database, and as a CSV file. */
package org.mailroom.console.audit;
