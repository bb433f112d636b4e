/** The Settings page: what each setting is, what it is by default, who has set it, and where. */
package org.mailroom.console.settings;
