/** Which files are the store, for one who writes them and many who read. */
@NullMarked
package org.nxsight.store.manifest;

import org.jspecify.annotations.NullMarked;
