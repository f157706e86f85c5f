@NullMarked
package org.nxsight.bench.traffic;

import org.jspecify.annotations.NullMarked;
