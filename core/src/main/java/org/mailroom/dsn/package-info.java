/**
 * What a sender asked to be told, and how (RFC 3461): the DSN parameters of MAIL and RCPT. They
 * travel with the mail, are honoured here, and are passed on to a next hop that knows them.
 */
package org.mailroom.dsn;
