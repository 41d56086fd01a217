/** Tools for characters, words and bytes. */
@NullMarked
package clin087.text;

import org.jspecify.annotations.NullMarked;
