package org.mailroom.it.architecture.broken.downstream;

/** What the last package of a table has. */
public final class Sea {}
