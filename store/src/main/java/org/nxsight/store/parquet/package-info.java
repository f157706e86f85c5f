/** Parquet files, made by an embedded DuckDB in bounded memory. */
@NullMarked
package org.nxsight.store.parquet;

import org.jspecify.annotations.NullMarked;
