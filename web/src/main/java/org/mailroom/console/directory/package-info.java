/**
 * What the screens of the directory have in common: a list with a search and pages, beside it the
 * entry that is open, an import, or what is asked before something is done. What is shown stands in
 * the address of the page.
 *
 * <p>Everything that changes the directory goes through {@link
 * org.mailroom.console.directory.DirectoryDesk}, which asks whether who is signed in may.
 */
package org.mailroom.console.directory;
