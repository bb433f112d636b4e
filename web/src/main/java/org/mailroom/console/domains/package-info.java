/** The Domains page: whose people are here, and whose mail is handed on. */
package org.mailroom.console.domains;
