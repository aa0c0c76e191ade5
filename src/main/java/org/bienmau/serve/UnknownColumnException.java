package org.bienmau.serve;

import java.util.stream.Collectors;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** A cell was asked for by a column that its table does not have. */
public final class UnknownColumnException extends RuntimeException {
  UnknownColumnException(Table table, String name) {
    super(
        "Cannot look up cells of %s by '%s': it has no such column. Its columns are %s."
            .formatted(
                table.id(),
                name,
                table.columns().stream().map(TableColumn::name).collect(Collectors.joining(", "))));
  }
}
