/**
 * Channels as streams for whoever subscribes now: watches, bounded queues, and loss that is told.
 */
@NullMarked
package org.nxsight.channels.live;

import org.jspecify.annotations.NullMarked;
