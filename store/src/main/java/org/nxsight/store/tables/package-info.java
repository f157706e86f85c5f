/** The store's files as tables of an embedded DuckDB. */
@NullMarked
package org.nxsight.store.tables;

import org.jspecify.annotations.NullMarked;
