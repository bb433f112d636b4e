/**
 * The Delivery test page: which way a mail would take, and what the next hop answers to mail for an
 * address. The question stands in the page's address; a test goes on by itself, and the page asks
 * how it does.
 */
package org.mailroom.console.deliverytest;
