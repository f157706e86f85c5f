/** The named streams: what an exchange becomes in each, and where it is published. */
@NullMarked
package org.nxsight.channels;

import org.jspecify.annotations.NullMarked;
