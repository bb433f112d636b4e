/**
 * What the hub does when the machine fails it: a full or broken disk, no memory, no descriptors.
 */
package org.mailroom.it.fault;
