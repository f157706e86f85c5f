/**
 * Query and response become one exchange: pairing, and the split into errors, NXDOMAIN and answers.
 */
@NullMarked
package org.nxsight.exchange;

import org.jspecify.annotations.NullMarked;
