/** A policy, and what is said of it, written for the people who review it. */
@NullMarked
package clin087.review;

import org.jspecify.annotations.NullMarked;
