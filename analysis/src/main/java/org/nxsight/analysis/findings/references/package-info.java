/** Records that point at names that do not exist. */
@NullMarked
package org.nxsight.analysis.findings.references;

import org.jspecify.annotations.NullMarked;
