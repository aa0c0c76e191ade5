package org.bienmau.job;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Lake;
import org.bienmau.pipeline.Published;
import org.bienmau.serve.Metastore;
import org.bienmau.serve.Metastore.Registered;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the last release known to SQL tools. */
@Command(
    name = "register",
    description = {
      "Put the tables of the last release, and views that answer first questions, into a Hive"
          + " metastore, where Spark's Thrift Server and BI tools find them.",
      "Đưa các bảng của lần công bố mới nhất vào Hive metastore cho các công cụ BI.",
      "The views stay with that release until it is done again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau register",
      "  jobs/bienmau register --derby /data/metastore",
      "  jobs/bienmau register --set spark.hadoop.hive.metastore.uris=thrift://host:9083"
    })
final class RegisterCommand implements Runnable {
  private final Surroundings around;

  @Option(
      names = "--derby",
      paramLabel = "FOLDER",
      description =
          "Folder of a metastore in an embedded Derby (default: the metastore that Spark is"
              + " configured for, else the folder metastore of the lake).")
  private Path derby;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  RegisterCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    Settings settings = common.settings(around).settings();
    SparkSession spark =
        LakeSession.startWithMetastore("register", MetastoreChoice.conf(settings, derby));
    try {
      Lake lake = new Lake(spark, settings.lakeRoot());
      Registered done =
          new Metastore(spark, lake.root() + "/metastore/databases")
              .register(lake, Published.latest(lake));
      output.print(
          ResultTable.of("release", "views", "delta_tables", "questions")
              .with(
                  String.valueOf(done.release()),
                  String.valueOf(done.views()),
                  String.valueOf(done.tables()),
                  String.valueOf(done.questions())),
          around);
    } finally {
      spark.stop();
    }
  }
}
