/**
 * Tells open pages that something has changed, and not what: they ask for what they show. One
 * message a topic and second at most, by Faces' websocket; a page that doesn't hear it asks every
 * 15 seconds as well.
 */
package org.mailroom.console.live;
