/** What is taken out of records before they are published: who asked, and for whom. */
@NullMarked
package org.nxsight.channels.privacy;

import org.jspecify.annotations.NullMarked;
