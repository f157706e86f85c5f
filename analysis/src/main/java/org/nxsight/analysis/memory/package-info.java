/** What is remembered of names that were answered, and of servers that refused. */
@NullMarked
package org.nxsight.analysis.memory;

import org.jspecify.annotations.NullMarked;
