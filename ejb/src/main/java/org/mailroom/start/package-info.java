/**
 * The order in which the hub starts: settings (refused when the deployment is built), the checks of
 * {@link org.mailroom.hub.StartStep.Moment#BEFORE_SCAN}, the scan of the queue, the steps of {@link
 * org.mailroom.hub.StartStep.Moment#AFTER_SCAN}, then consumers and ports.
 *
 * <p>Guarantees: nothing moves mail before everything before it has ended. Consumers that the
 * server activates early take a message and wait with it at {@link org.mailroom.hub.Opening}; the
 * scan sees these as well. A step that fails refuses the start: no port opens, no mail moves, and
 * the deployment fails with the step's own words. The same holds at a redeployment in a running
 * server.
 */
package org.mailroom.start;
