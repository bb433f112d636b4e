/**
 * The My account page: what somebody who signed in has, whatever their roles. It knows its account
 * by the login alone, and takes the name of no other.
 */
package org.mailroom.console.own;
