/** The Sessions page: who talks with the hub now, at which listener, and ending that. */
package org.mailroom.console.sessions;
