/** What questions to DNS lists say over time: about those asked about, and about the lists. */
@NullMarked
package org.nxsight.analysis.findings.lists;

import org.jspecify.annotations.NullMarked;
