/** NMSG payloads as text and as JSON, exactly as nmsgtool prints them. */
@NullMarked
package org.nxsight.channels.form;

import org.jspecify.annotations.NullMarked;
