/**
 * The search of the top bar: leads to screens by their names, and from an id, an address or a
 * domain to what the hub knows of it. It knows nothing of its own; the pages that it leads to do.
 */
package org.mailroom.console.find;
