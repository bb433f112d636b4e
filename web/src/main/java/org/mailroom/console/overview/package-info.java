/**
 * The Overview page: how much mail comes and goes, how the queue does, and what needs a person. Its
 * charts are drawn on the server, as SVG: they follow the theme, are read by screen readers and
 * need no script.
 */
package org.mailroom.console.overview;
