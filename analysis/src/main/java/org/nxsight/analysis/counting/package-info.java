/** Counts over time in bounded memory: tables of keys, distinct counts, rates, examples. */
@NullMarked
package org.nxsight.analysis.counting;

import org.jspecify.annotations.NullMarked;
