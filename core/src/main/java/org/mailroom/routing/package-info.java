/**
 * Where mail goes: explicit route, smart host, or the recipient's MX hosts (RFC 5321, 5). Pure
 * decisions over ports; DNS itself is behind {@link org.mailroom.routing.MailExchangers}.
 */
package org.mailroom.routing;
