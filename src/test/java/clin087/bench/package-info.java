/** How fast the packaged program is, measured side by side with what it cannot do without. */
package clin087.bench;
