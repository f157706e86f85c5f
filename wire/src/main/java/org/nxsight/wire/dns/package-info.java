/** DNS messages and names as views over bytes (RFC 1035), and their presentation forms. */
@NullMarked
package org.nxsight.wire.dns;

import org.jspecify.annotations.NullMarked;
