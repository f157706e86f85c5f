/** Questions about findings, and what people said of them. */
@NullMarked
package org.nxsight.store.findings;

import org.jspecify.annotations.NullMarked;
