/** Searches for names that look like somebody's. */
@NullMarked
package org.nxsight.analysis.findings.lookalikes;

import org.jspecify.annotations.NullMarked;
