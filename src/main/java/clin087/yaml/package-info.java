/** From the text of a YAML file to nodes that know their places. */
@NullMarked
package clin087.yaml;

import org.jspecify.annotations.NullMarked;
