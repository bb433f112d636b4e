/**
 * The certificate that this hub shows: the one of the settings, or one of its own making, signed by
 * itself, in the data directory. Guarantees: private keys are files for their owner alone; a
 * certificate that is replaced counts for the next connection, and no connection ends for it; files
 * that make no pair change nothing, and are warned of until they make one.
 */
package org.mailroom.certificate;
