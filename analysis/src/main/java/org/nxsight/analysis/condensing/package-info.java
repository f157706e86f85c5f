/** A stream of exchanges becomes findings: all operators, side by side. */
@NullMarked
package org.nxsight.analysis.condensing;

import org.jspecify.annotations.NullMarked;
