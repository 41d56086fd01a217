/** From the nodes of a policy file to a policy, or to every problem at once. */
@NullMarked
package clin087.policyfile;

import org.jspecify.annotations.NullMarked;
