/** The Trusted networks page: clients that may send anywhere without a password. */
package org.mailroom.console.networks;
