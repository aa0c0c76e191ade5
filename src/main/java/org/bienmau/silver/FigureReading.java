package org.bienmau.silver;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.StatementDataset;
import org.bienmau.bronze.StatementDatasets;
import org.bienmau.reference.Period;
import org.bienmau.reference.Registers;
import org.bienmau.source.ContractSet;
import org.bienmau.source.FigureJudge;
import org.bienmau.source.FigureStatement;
import org.bienmau.source.Judgement;
import org.bienmau.source.SourceRow;
import org.bienmau.table.TableColumn;

/**
 * Reads rows that were accepted at their arrival into figures.
 *
 * <p>The same judge that accepted them reads them again, so that a figure is always what the
 * present registers make of the row as received.
 */
final class FigureReading implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  /** The columns of the rows it makes; what may be empty is looked after by the table's checks. */
  static final StructType ROW = Figure.TABLE.schema();

  private final ContractSet contracts;
  private final Registers registers;

  FigureReading(ContractSet contracts, Registers registers) {
    this.contracts = contracts;
    this.registers = registers;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> vintages) {
    Map<List<Object>, FigureJudge> judges = new HashMap<>();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return vintages.hasNext();
      }

      @Override
      public Row next() {
        Row vintage = vintages.next();
        LocalDate accessed = vintage.<Date>getAs(Delivery.ACCESSED_ON.name()).toLocalDate();
        String dataset = vintage.getAs(Delivery.DATASET.name());
        return read(
            vintage,
            judges.computeIfAbsent(
                List.of(dataset, accessed),
                any -> new FigureJudge(contracts.ofDataset(dataset), registers, accessed)));
      }
    };
  }

  private static Row read(Row vintage, FigureJudge judge) {
    SourceRow received = received(vintage);
    Judgement judgement = judge.judge(received);
    if (judgement instanceof Judgement.Accepted accepted) {
      return row(accepted.figure(), vintage);
    }
    throw new IllegalStateException(
        "Cannot read line %d of file %s again: it was accepted when it arrived and is refused now, with %s."
            .formatted(received.line(), vintage.<String>getAs(Delivery.FILE_ID.name()), judgement));
  }

  private static SourceRow received(Row vintage) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (TableColumn column : StatementDatasets.cells()) {
      String cell = vintage.getAs(column.name());
      cells.put(column.name(), cell == null ? "" : cell);
    }
    return new SourceRow(
        vintage.<Long>getAs(StatementDataset.LINE_NO.name()),
        vintage.getAs(StatementDataset.RAW.name()),
        cells,
        List.of());
  }

  private static Row row(FigureStatement figure, Row vintage) {
    Period period = figure.period().regular();
    return RowFactory.create(
        figure.figureId(),
        vintage.getAs(Figure.VINTAGE_NO.name()),
        vintage.getAs(StatementDataset.STATEMENT_KEY.name()),
        figure.measureId(),
        figure.scopeType().id(),
        figure.scopeId(),
        figure.sectionId(),
        figure.provinceId(),
        period.id(),
        period.kind().id(),
        figure.period().kind().id(),
        Date.valueOf(period.start()),
        Date.valueOf(period.end()),
        figure.direction().id(),
        figure.goodsId(),
        figure.regime().id(),
        figure.simulated(),
        figure.value(),
        figure.valueHigh(),
        figure.unit(),
        figure.qualifier().id(),
        figure.printedValue(),
        figure.printedUnit(),
        figure.fxRate(),
        figure.fxBasis(),
        figure.printedYoyPct(),
        figure.printedMomPct(),
        figure.printedPlanPct(),
        figure.publisher(),
        figure.sourceTier(),
        figure.sourceUrl(),
        figure.publishedOn(),
        Date.valueOf(figure.knownFrom()),
        figure.knownFromBasis().id(),
        figure.isDateInferred(),
        figure.remarks().isEmpty()
            ? null
            : figure.remarks().stream().map(Enum::name).collect(Collectors.joining(" ")),
        figure.note(),
        vintage.getAs(Figure.RECORDED_FROM.name()),
        vintage.getAs(Figure.RECORDED_TO.name()),
        vintage.getAs(Delivery.FILE_ID.name()),
        vintage.getAs(StatementDataset.LINE_NO.name()),
        vintage.getAs(StatementDataset.ORIGIN.name()));
  }
}
