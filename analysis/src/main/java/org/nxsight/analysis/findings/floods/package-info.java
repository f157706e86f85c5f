/** Floods of random names below one zone. */
@NullMarked
package org.nxsight.analysis.findings.floods;

import org.jspecify.annotations.NullMarked;
