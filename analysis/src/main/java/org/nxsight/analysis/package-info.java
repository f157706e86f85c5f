/** Why a name is missing. */
@NullMarked
package org.nxsight.analysis;

import org.jspecify.annotations.NullMarked;
