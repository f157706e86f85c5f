/** Counts that are far above what they usually are. */
@NullMarked
package org.nxsight.analysis.findings.spikes;

import org.jspecify.annotations.NullMarked;
