/**
 * Reads files of records: hundreds of millions of rows, each typed, held to its contract and given
 * all its reasons in one pass over the bytes.
 *
 * <p>{@link org.bienmau.source.record.Inspection} goes through a file once, tells its contract by
 * its header and cuts it into chunks at the starts of rows. {@link
 * org.bienmau.source.record.RecordReading} hands the chunks to Spark as a data source whose tasks
 * read bytes straight into column vectors: a window of the file is cut into cells, then each column
 * reads all its cells of some thousand rows in one loop, then the rules about several cells look at
 * the typed columns. A good row costs no object; a bad one is looked at again, by hand, and slowly.
 */
package org.bienmau.source.record;
