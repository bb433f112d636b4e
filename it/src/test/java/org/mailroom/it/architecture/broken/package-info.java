/** Classes that break the architecture's rules, so that a test can see each rule fail. */
package org.mailroom.it.architecture.broken;
