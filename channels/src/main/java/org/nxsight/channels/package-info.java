@NullMarked
package org.nxsight.channels;

import org.jspecify.annotations.NullMarked;
