/** Findings: what many failures say together over time, as few explained statements. */
@NullMarked
package org.nxsight.analysis.findings;

import org.jspecify.annotations.NullMarked;
