/**
 * What a mail would meet, for an operator who asks: {@link org.mailroom.probe.Explainer} tells the
 * way it would take through the hub, without sending it; {@link org.mailroom.probe.DeliveryTests}
 * talks with the next hop as the relay would, up to RCPT, and tells each answer; {@link
 * org.mailroom.probe.FirstMail} sends one to somebody here.
 *
 * <p>Guarantee: the rules are those of reception, directory, routing and relay themselves, asked as
 * a mail asks them; there is no second set. A delivery test takes bounded time, few run at once,
 * and each is in the audit.
 */
package org.mailroom.probe;
