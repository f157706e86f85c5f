/** What stands between the wire and the IP datagram that counts: link layers and tunnels. */
@NullMarked
package org.nxsight.capture.layers;

import org.jspecify.annotations.NullMarked;
