/** Golden captures: each is written by a few words of Java, and what must come out is beside it. */
@NullMarked
package org.nxsight.app.golden;

import org.jspecify.annotations.NullMarked;
