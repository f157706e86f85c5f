/** How fast each stage is, and that none allocates per packet. Run by {@code bench/bench jmh}. */
@NullMarked
package org.nxsight.bench.stages;

import org.jspecify.annotations.NullMarked;
