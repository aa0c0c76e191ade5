/** Index numbers as plain mathematics on decimals: no Spark, no table, no place. */
package org.bienmau.index;
