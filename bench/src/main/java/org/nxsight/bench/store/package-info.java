/** Stores of made-up RRsets, and how quickly they answer. */
@NullMarked
package org.nxsight.bench.store;

import org.jspecify.annotations.NullMarked;
