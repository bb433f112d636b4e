/**
 * The first run of a hub in the browser: the page that asks for the code, and five short steps.
 * What a step has done is what the hub has, not what the page remembers: each can be left, come
 * back to and done elsewhere. All is gone when the first run has ended.
 */
package org.mailroom.console.firstrun;
