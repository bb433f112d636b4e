/** What operators do to the queue, by command, on the real hub; and that it outlives a kill. */
package org.mailroom.it.operation;
