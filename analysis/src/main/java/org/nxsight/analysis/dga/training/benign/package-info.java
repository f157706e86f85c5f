/** Names that no malware made, among them many that do not exist. */
@NullMarked
package org.nxsight.analysis.dga.training.benign;

import org.jspecify.annotations.NullMarked;
