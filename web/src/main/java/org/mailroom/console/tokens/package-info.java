/** The API tokens page: who else may use the REST API, making a token, and revoking one. */
package org.mailroom.console.tokens;
