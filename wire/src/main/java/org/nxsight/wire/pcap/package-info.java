/** Packet capture files as bytes. */
@NullMarked
package org.nxsight.wire.pcap;

import org.jspecify.annotations.NullMarked;
