package org.mailroom.it.architecture.broken;

/** A name that says nothing. */
final class MailManager {}
