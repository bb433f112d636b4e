/**
 * The operator's command, behind {@code bin/mailroom}: what a shell can't do well. The shell finds
 * a JDK, builds on first use, holds the lock and waits for the server; the classes here check,
 * prepare and ask. Each run of this JVM is short: while a hub runs, the server is the only one.
 *
 * <p>A start goes {@code check} (all problems at once, nothing changed), lock, {@code
 * prepare-server} (data directory, server configuration, application), launch, {@code await}. The
 * server is a child of the shell, started without WildFly's own scripts.
 *
 * <p>Guarantees: the administrator's password appears in no argument list, no environment and no
 * log; what the command makes is for its owner alone (0700, 0600); exit code 0 done, 1 failed with
 * the reason in one line per problem on standard error, 2 usage; {@code --json} has standard output
 * to itself.
 */
package org.mailroom.command;
