/**
 * The console for those who run the hub: its frame, who is signed in, how it looks and in which
 * language it speaks. Every page is one Faces view, behind the sign-in, for the roles that may read
 * its resource.
 *
 * <p>Pages only read. What they show stands in their address, so that back, reload and bookmarks
 * work. No page has inline scripts, inline styles or event attributes; the content security policy
 * forbids them. All texts of strangers, such as addresses and replies, reach the page through
 * Faces' escaping.
 */
package org.mailroom.console;
