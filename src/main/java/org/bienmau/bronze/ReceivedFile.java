package org.bienmau.bronze;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import org.apache.spark.sql.functions;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** The bytes of files that were read through a layout. */
public final class ReceivedFile {
  private ReceivedFile() {}

  public static final TableColumn FILE_ID = Delivery.FILE_ID;
  public static final TableColumn FILE_NAME = Delivery.FILE_NAME;
  public static final TableColumn PUBLISHER =
      optional(
          "publisher",
          StringType,
          "",
          "Who publishes it, as the provenance beside it says; empty when it says nothing.");
  public static final TableColumn PUBLISHED_ON =
      optional(
          "published_on",
          StringType,
          "",
          "When it was published, as the provenance says; empty when it says nothing.");
  public static final TableColumn SOURCE_URL =
      optional(
          "source_url",
          StringType,
          "",
          "Where it was found, as the provenance says; empty when it says nothing.");
  public static final TableColumn CONTENT =
      required("content", BinaryType, "", "The file's bytes as received.");

  public static final Table TABLE =
      Table.named(Layer.BRONZE, "received_file")
          .purpose(
              "For reading a file again once its layout was corrected: the bytes of every file that came through one.")
          .columns(FILE_ID, FILE_NAME, PUBLISHER, PUBLISHED_ON, SOURCE_URL, CONTENT)
          .oneRowPer(FILE_ID)
          .check(blocks("Every file has bytes.", functions.length(CONTENT.col()).lt(1)))
          .recorded();
}
