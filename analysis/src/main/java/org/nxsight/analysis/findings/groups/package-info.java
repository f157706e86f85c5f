/** Names that one generator made up, found as a group: of known families, and of any. */
@NullMarked
package org.nxsight.analysis.findings.groups;

import org.jspecify.annotations.NullMarked;
