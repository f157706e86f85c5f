@NullMarked
package org.nxsight.bench.scoring;

import org.jspecify.annotations.NullMarked;
