/** DNS messages in TCP streams (RFC 1035, section 4.2.2; RFC 7766), of captures with any damage. */
@NullMarked
package org.nxsight.capture.tcp;

import org.jspecify.annotations.NullMarked;
