/**
 * Takes less mail when there is too little room for it: room on disk, in memory, in the queue.
 * Under load the hub accepts less, and never delivers less.
 *
 * <p>Guarantees: a sender is refused with 4yz, for a while, before anything breaks; what is refused
 * is refused before its content comes; whatever was accepted is still relayed, until the disk is so
 * full that its outcome could not be kept. Every state opens by itself when its cause is gone, some
 * points below where it closed. Each has a line in the log when it begins and when it ends, and a
 * warning in the status for as long as it lasts.
 *
 * <p>There is one watch, every second; sessions ask for its result, which costs them a read of
 * memory. The broker's own guard of the disk is far above: it blocks producers without an error.
 */
package org.mailroom.guard;
