/** What a run shows while it runs: streams of channels, its state now, and metrics. */
@NullMarked
package org.nxsight.app.live;

import org.jspecify.annotations.NullMarked;
