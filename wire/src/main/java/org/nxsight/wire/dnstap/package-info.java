/** dnstap, what resolvers report of themselves, and the Frame Streams it travels in, as bytes. */
@NullMarked
package org.nxsight.wire.dnstap;

import org.jspecify.annotations.NullMarked;
