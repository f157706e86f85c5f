@NullMarked
package org.nxsight.app.serve;

import org.jspecify.annotations.NullMarked;
