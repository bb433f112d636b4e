/**
 * TCP listeners: accept, one virtual thread a connection, limits, graceful stop. The only package
 * that starts threads.
 */
package org.mailroom.listener;
