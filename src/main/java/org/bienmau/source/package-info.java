/**
 * From a delivered file to judged rows: contracts, provenance, reading, the parser of printed
 * figures, and the judge that accepts a row or says everything that is wrong with it.
 *
 * <p>Plain Java. Whatever travels to an executor is serialisable.
 */
package org.bienmau.source;
