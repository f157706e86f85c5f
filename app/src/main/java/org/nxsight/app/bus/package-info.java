/** Kafka as the bus: channels as topics, and topics as input. Nothing else knows Kafka. */
@NullMarked
package org.nxsight.app.bus;

import org.jspecify.annotations.NullMarked;
