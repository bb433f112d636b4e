/** For tests of every module: a database server of the tests' own. */
package org.mailroom.postgres;
