/** The pipeline that joins the stages, and the command line in front of it. */
@NullMarked
package org.nxsight.app;

import org.jspecify.annotations.NullMarked;
