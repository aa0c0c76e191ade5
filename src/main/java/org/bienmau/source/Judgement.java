package org.bienmau.source;

import java.io.Serializable;
import java.util.List;

/** What the judge says of a row: a figure, or every reason why it is none. */
public sealed interface Judgement extends Serializable {

  /** The row states this figure. */
  record Accepted(FigureStatement figure, List<Remark> remarks) implements Judgement {
    public Accepted {
      remarks = List.copyOf(remarks);
    }
  }

  /** The row is refused, for all of these reasons. */
  record Rejected(List<Reason> reasons) implements Judgement {
    public Rejected {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalStateException("Cannot refuse a row: no reason was given.");
      }
    }
  }
}
