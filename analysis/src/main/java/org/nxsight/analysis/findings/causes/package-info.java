/** Failures of one cause, grouped by whom it is about. */
@NullMarked
package org.nxsight.analysis.findings.causes;

import org.jspecify.annotations.NullMarked;
