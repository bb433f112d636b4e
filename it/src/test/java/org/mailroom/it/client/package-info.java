/** Clients that talk to the hub: SMTP byte by byte. */
package org.mailroom.it.client;
