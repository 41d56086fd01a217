/** Characters, words and bytes, whatever they are about. */
@NullMarked
package clin087.text;

import org.jspecify.annotations.NullMarked;
