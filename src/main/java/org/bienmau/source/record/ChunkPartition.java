package org.bienmau.source.record;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * What one task reads.
 *
 * @param path the file
 * @param fileId the delivery that the file is
 * @param columns the file's columns in its order
 * @param chunk the part of the file
 */
record ChunkPartition(String path, String fileId, List<String> columns, Chunk chunk)
    implements InputPartition {}
