/** How well groups of generated names are found, and what all operators together cost. */
@NullMarked
package org.nxsight.bench.groups;

import org.jspecify.annotations.NullMarked;
