/** Questions about what failed and what has no such type: which names, since when, who said so. */
@NullMarked
package org.nxsight.store.failures;

import org.jspecify.annotations.NullMarked;
