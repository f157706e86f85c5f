/** Names that begin to exist. */
@NullMarked
package org.nxsight.analysis.findings.lifetimes;

import org.jspecify.annotations.NullMarked;
