/** How answers are written for programs. */
@NullMarked
package org.nxsight.app.form;

import org.jspecify.annotations.NullMarked;
