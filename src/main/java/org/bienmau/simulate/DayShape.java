package org.bienmau.simulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bienmau.reference.Direction;
import org.bienmau.series.LunarCalendar;
import org.bienmau.simulate.Shapes.CalendarStep;
import org.bienmau.simulate.Shapes.HolidayStep;

/** What a day does to flows, because of its weekday, a holiday or the distance to Tết. */
final class DayShape {
  /** Every step of tet.csv lies nearer; the place of this day itself is kept for all others. */
  static final int REACH = 60;

  private static final String CHINA = "china";

  private final List<CalendarStep> calendar;
  private final double[][][][] logs;
  private final int firstYear;
  private final LocalDate[][] newYears;

  /**
   * @param families the families of goods in their order
   */
  DayShape(SimulationModel model, List<String> families, int firstYear, int lastYear) {
    this.calendar = model.calendar;
    this.firstYear = firstYear;
    this.newYears = new LocalDate[2][lastYear - firstYear + 2];
    for (int i = 0; i < newYears[0].length; i++) {
      newYears[0][i] = LunarCalendar.vietnam().newYear(firstYear + i);
      newYears[1][i] = LunarCalendar.china().newYear(firstYear + i);
    }
    logs = new double[2][Border.DIRECTIONS][families.size()][2 * REACH + 1];
    for (HolidayStep step : model.holidaySteps) {
      for (int d = 0; d < Border.DIRECTIONS; d++) {
        Direction direction = Border.DIRECTION[d];
        if (step.direction().filter(only -> only != direction).isEmpty()) {
          for (String family : step.families()) {
            put(logs[step.clock().equals(CHINA) ? 1 : 0][d][families.indexOf(family)], step);
          }
        }
      }
    }
  }

  private static void put(double[] logs, HolidayStep step) {
    for (int day = step.from(); day <= step.to(); day++) {
      logs[day + REACH] += StrictMath.log(step.factor());
    }
  }

  /** The factor of the weekday and of holidays with a fixed date. */
  double calendar(LocalDate day, int direction) {
    double factor = 1;
    for (CalendarStep step : calendar) {
      if (step.holdsOn(day)) {
        factor *= step.factors()[direction];
      }
    }
    return factor;
  }

  /**
   * The factor of Tết and the Spring Festival.
   *
   * @param strength exponent: 1 as tet.csv has it, 0 none
   */
  double holiday(LocalDate day, int direction, int family, double strength) {
    double log =
        logs[0][direction][family][offset(day, 0)] + logs[1][direction][family][offset(day, 1)];
    return log == 0 ? 1 : StrictMath.exp(strength * log);
  }

  /** Tết of a year. */
  LocalDate tet(int year) {
    return newYears[0][year - firstYear];
  }

  private int offset(LocalDate day, int clock) {
    int year = day.getYear() - firstYear;
    long near = ChronoUnit.DAYS.between(newYears[clock][year], day);
    long next = ChronoUnit.DAYS.between(newYears[clock][year + 1], day);
    long days = -next < near ? next : near;
    return Math.abs(days) >= REACH ? 0 : (int) days + REACH;
  }
}
