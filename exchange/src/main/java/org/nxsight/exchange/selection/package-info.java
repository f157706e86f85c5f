/** Which exchanges a run is about: those of chosen sides, names, servers, types and rcodes. */
@NullMarked
package org.nxsight.exchange.selection;

import org.jspecify.annotations.NullMarked;
