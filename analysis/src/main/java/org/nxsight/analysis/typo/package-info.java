/** Missing names that are one slip away from a well-known one. */
@NullMarked
package org.nxsight.analysis.typo;

import org.jspecify.annotations.NullMarked;
