/** What measures nxsight: made-up traffic whose truth is known, and benchmarks of the stages. */
@NullMarked
package org.nxsight.bench;

import org.jspecify.annotations.NullMarked;
