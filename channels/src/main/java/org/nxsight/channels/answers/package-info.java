/** Successful responses taken apart into RRsets, each inside the bailiwick of its zone. */
@NullMarked
package org.nxsight.channels.answers;

import org.jspecify.annotations.NullMarked;
