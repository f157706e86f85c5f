/** How much subscribers to live streams cost a run. */
@NullMarked
package org.nxsight.bench.live;

import org.jspecify.annotations.NullMarked;
