/** Missing names made up from a seed with the cause of each, and how well the causes are told. */
@NullMarked
package org.nxsight.bench.evaluate;

import org.jspecify.annotations.NullMarked;
