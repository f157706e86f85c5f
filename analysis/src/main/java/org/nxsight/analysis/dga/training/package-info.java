/** Making and measuring models of generated names. */
@NullMarked
package org.nxsight.analysis.dga.training;

import org.jspecify.annotations.NullMarked;
