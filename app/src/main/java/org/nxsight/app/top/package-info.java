/** {@code nxsight top}: what a run does now, on a terminal. */
@NullMarked
package org.nxsight.app.top;

import org.jspecify.annotations.NullMarked;
