/** What was seen, counted in bounded memory, becoming files of the store. */
@NullMarked
package org.nxsight.store.writing;

import org.jspecify.annotations.NullMarked;
