/** The Accounts page: people and programs with a mailbox, what they use, may do and get. */
package org.mailroom.console.accounts;
