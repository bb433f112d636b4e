/**
 * Logins of people: whether a name and a password, or a proof, belong to an account. Guarantees:
 * whether there is such an account, nobody learns by words or by time; who guesses has to wait, and
 * is locked out for a while; no password is kept, logged or shown. A password that was verified is
 * remembered for ten minutes, as a keyed hash whose key dies with the process, since clients log in
 * in storms and the stored hash is slow on purpose.
 *
 * <p>{@link org.mailroom.login.HubLogins} answers the protocols of mail, {@link
 * org.mailroom.login.ConsoleLogins} the console, which knows the users of the server's realm
 * besides, and {@link org.mailroom.login.FirstRun} the code that sets up a new hub.
 */
package org.mailroom.login;
