/**
 * The Roles page: which account has which role, changing that, and what each role may see and do,
 * made of the one table that decides it.
 */
package org.mailroom.console.roles;
