/**
 * Changes of many entries of the directory, done while whoever wanted them goes elsewhere. They are
 * jobs as those of the queue are, with progress and a result, and each is one change: done whole or
 * not at all, so that what is stopped before its end has changed nothing.
 */
package org.mailroom.directory.job;
