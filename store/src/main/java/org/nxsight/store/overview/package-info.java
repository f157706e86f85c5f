/** Questions about all of a store: how much, what most, and how it went over time. */
@NullMarked
package org.nxsight.store.overview;

import org.jspecify.annotations.NullMarked;
