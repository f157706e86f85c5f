/** Names of private networks and of software's habits that are asked for in public. */
@NullMarked
package org.nxsight.analysis.findings.leaks;

import org.jspecify.annotations.NullMarked;
