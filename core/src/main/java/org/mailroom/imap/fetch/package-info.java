/**
 * FETCH (RFC 9051, 6.4.5 and 7.5.2; RFC 3501, 6.4.5 and 7.4.2; RFC 3516): {@link
 * org.mailroom.imap.fetch.FetchItems} reads what a client asks for, and tells it of each message.
 *
 * <p>Guarantees: items are told in the order in which they were asked for, each once; what is told
 * keeps the grammar, whatever the message contains. Octets stream from the store to the client; of
 * a message of any size, a header of 1 MiB is the most that is in memory. What a message can't be
 * told of is found before anything of it is written. Offsets come from the structure that was read
 * when the message was filed; nothing is parsed again but header fields that a client picks.
 *
 * <p>Refused: items that the grammar doesn't have, and decoding what nobody knows how to decode.
 * Parts that aren't there are NIL.
 */
package org.mailroom.imap.fetch;
