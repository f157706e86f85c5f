/** The cause of one failure: rules in their order, what they look at, and what they find. */
@NullMarked
package org.nxsight.analysis.causes;

import org.jspecify.annotations.NullMarked;
