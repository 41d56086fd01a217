/** Measures the packaged program beside the least that it has to do. */
package clin087.bench;
