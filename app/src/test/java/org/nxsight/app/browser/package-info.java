/** A real browser for tests of the page. */
@NullMarked
package org.nxsight.app.browser;

import org.jspecify.annotations.NullMarked;
