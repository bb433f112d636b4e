/**
 * Who may do what: one table, asked by the REST API for the role of a token, and by the console for
 * the roles of who is signed in. What the table doesn't name, nobody but an administrator may.
 */
package org.mailroom.permission;
