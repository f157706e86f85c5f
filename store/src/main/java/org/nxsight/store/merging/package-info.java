/** Files of a store becoming fewer: those of a short time one of a longer, and old ones none. */
@NullMarked
package org.nxsight.store.merging;

import org.jspecify.annotations.NullMarked;
