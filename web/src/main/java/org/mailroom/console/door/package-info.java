/**
 * The door of the console: who gets in, and to which pages. Guarantees: every page but those for
 * who is not signed in needs a role that may read its resource, a new page until it is named among
 * {@link org.mailroom.console.door.Pages} is nobody's; who signs in gets a session of their own
 * making; what somebody may do is asked anew with every request, so that an account that is
 * disabled, or has other roles or another password, is out at once.
 *
 * <p>Signing in is Jakarta Security's: one mechanism, which asks the hub's logins and the realm of
 * the server. A server that turns it off ({@code enable-jaspi=false}) asks its realm alone, by FORM
 * login or whatever it is set up for.
 */
package org.mailroom.console.door;
