/** Live capture on Linux: packet sockets with rings, and the kernel's filter in front of them. */
@NullMarked
package org.nxsight.capture.live;

import org.jspecify.annotations.NullMarked;
