package org.bienmau.source.record;

import java.io.Serializable;

/**
 * A file of records to be read.
 *
 * @param path where it lies, as Hadoop's file systems understand it
 * @param fileId the delivery that its rows are marked with
 * @param inspection what an inspection of these very bytes has found
 */
public record RecordFile(String path, String fileId, Inspection inspection)
    implements Serializable {}
