@NullMarked
package org.nxsight.bench.evaluate;

import org.jspecify.annotations.NullMarked;
