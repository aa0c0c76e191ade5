package org.bienmau.simulate;

/**
 * The states in which a month's file was delivered before: first the days up to the twentieth, then
 * the whole month with a slip in the values of its last days.
 */
final class Redelivery {
  /** For a month that is delivered once. */
  static final Redelivery NONE = new Redelivery(null, null, 0, 0);

  private static final int DAYS_OF_THE_FIRST = 20;
  private static final int DAYS_OF_THE_SLIP = 2;
  private static final int SLIP = 10;

  private final DeliveryFile first;
  private final DeliveryFile second;
  private final long firstEnd;
  private final long slipStart;

  private Redelivery(DeliveryFile first, DeliveryFile second, long firstEnd, long slipStart) {
    this.first = first;
    this.second = second;
    this.firstEnd = firstEnd;
    this.slipStart = slipStart;
  }

  static Redelivery of(DeliveryFile first, DeliveryFile second, Timeline.Month month) {
    return new Redelivery(
        first,
        second,
        (month.firstDay() + (long) DAYS_OF_THE_FIRST) * Stamps.DAY,
        (month.lastDay() + 1L - DAYS_OF_THE_SLIP) * Stamps.DAY);
  }

  /** The files of earlier states; none for most months. */
  DeliveryFile[] files() {
    return first == null ? new DeliveryFile[0] : new DeliveryFile[] {first, second};
  }

  /** Takes the row that is under way in the month's file into the earlier states. */
  void take(DeclarationLine line, Stamps stamps, DeliveryFile file) {
    if (first == null) {
      return;
    }
    if (line.registeredAt < firstEnd) {
      file.copyRowTo(first);
    }
    if (line.registeredAt < slipStart) {
      file.copyRowTo(second);
    } else {
      line.cents *= SLIP;
      line.write(second.row(), stamps);
      second.endRow();
      line.cents /= SLIP;
    }
  }
}
