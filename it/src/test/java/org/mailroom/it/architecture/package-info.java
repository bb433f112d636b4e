/**
 * The rules R1 to R10 that hold in all modules, each of them a test, and for each of them a proof
 * that it can fail.
 */
package org.mailroom.it.architecture;
