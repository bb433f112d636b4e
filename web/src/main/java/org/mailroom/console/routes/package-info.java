/** The Routes page: explicit ways of mail, in the order in which they are asked. */
package org.mailroom.console.routes;
