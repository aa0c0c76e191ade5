package org.bienmau.gold;

import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** The first days of the lunar years, computed: trade stops around them. */
public final class DimHoliday {
  private DimHoliday() {}

  public static final TableColumn COUNTRY = required("country", StringType, "", "VN or CN.");
  public static final TableColumn CALENDAR_YEAR =
      required("calendar_year", IntegerType, "", "Gregorian year.");
  public static final TableColumn FIRST_DAY =
      required("first_day", DateType, "", "Day 1 of lunar month 1, a local day.");
  public static final TableColumn NAME_VI =
      required("name_vi", StringType, "", "Vietnamese name with its marks.");
  public static final TableColumn NAME_EN = required("name_en", StringType, "", "English name.");
  public static final TableColumn SOURCE =
      required("source", StringType, "", "Where the computation is described.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dim_holiday")
          .purpose(
              "The first day of each lunar year in Vietnam and China, because trade stops around it and it moves between months.")
          .columns(COUNTRY, CALENDAR_YEAR, FIRST_DAY, NAME_VI, NAME_EN, SOURCE)
          .oneRowPer(COUNTRY, CALENDAR_YEAR)
          .check(
              blocks("Every first_day falls in January or February.", month(FIRST_DAY.col()).gt(2)))
          .computedBy(inputs -> inputs.rows(DimHoliday.TABLE, rows(inputs.given(Registers.class))));

  static List<Row> rows(Registers registers) {
    return registers.holidays().stream()
        .map(
            holiday ->
                RowFactory.create(
                    holiday.country(),
                    holiday.year(),
                    holiday.firstDay(),
                    holiday.nameVi(),
                    holiday.nameEn(),
                    holiday.source()))
        .toList();
  }
}
