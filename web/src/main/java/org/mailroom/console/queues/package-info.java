/** The Queues page: how many mails are in which state, which ones, why they wait, and for whom. */
package org.mailroom.console.queues;
