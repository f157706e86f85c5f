/** What exists in the DNS and what does not, in Parquet files, and questions to them. */
@NullMarked
package org.nxsight.store;

import org.jspecify.annotations.NullMarked;
