/** How much of what was played the program finds, and what it finds that was not there. */
@NullMarked
package org.nxsight.bench.scoring;

import org.jspecify.annotations.NullMarked;
