/** What is known about one name: when it existed, since when it fails, and what is around it. */
@NullMarked
package org.nxsight.store.history;

import org.jspecify.annotations.NullMarked;
