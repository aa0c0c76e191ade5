/** Formulas that several tables share: columns in, a column out; no table, layer or check. */
package org.bienmau.measure;
