/** Where packets come from, and how DNS messages with addresses and times are found in them. */
@NullMarked
package org.nxsight.capture;

import org.jspecify.annotations.NullMarked;
