/** Facts, conditions and values in the words of people. */
@NullMarked
package clin087.words;

import org.jspecify.annotations.NullMarked;
