/** When a deferred mail is tried again, and when it is given up. */
package org.mailroom.retry;
