@NullMarked
package org.nxsight.bench;

import org.jspecify.annotations.NullMarked;
