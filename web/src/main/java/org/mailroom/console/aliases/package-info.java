/** The Aliases page: other names, and where their mail goes. */
package org.mailroom.console.aliases;
