/**
 * What comes before and after every attempt to get a queued part off the hub's hands, whether to
 * another hub or into a mailbox: a part is taken, its outcome is published, and only then is it
 * acknowledged. A crash in between repeats the attempt, and never loses a mail.
 */
package org.mailroom.settlement;
