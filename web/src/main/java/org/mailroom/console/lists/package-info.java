/** The Lists page: many recipients under one address, and who may send to them. */
package org.mailroom.console.lists;
