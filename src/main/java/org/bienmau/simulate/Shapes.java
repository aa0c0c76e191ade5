package org.bienmau.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bienmau.reference.Direction;

/** The rows of the model's files. Arrays per direction hold export first, import second. */
final class Shapes {
  private Shapes() {}

  /** A section: how strongly Tết shows, how many traders there are, how many trucks run empty. */
  record SectionShape(String id, double tetStrength, int traders, double[] empty) {
    SectionShape(ModelRow row) {
      this(
          row.text("section_id"),
          row.number("tet_strength"),
          row.whole("traders"),
          new double[] {row.number("empty_export"), row.number("empty_import")});
    }
  }

  /** What a section trades in a year: USD, and shares of the directions and regimes. */
  record Anchor(
      String section,
      int year,
      double usd,
      double exportShare,
      double[] regimeShares,
      List<String> figureIds) {
    Anchor(ModelRow row) {
      this(
          row.text("section_id"),
          row.whole("year"),
          row.number("value_usd"),
          row.number("export_share"),
          new double[] {
            row.number("declared_share"), row.number("resident_share"), row.number("transit_share")
          },
          row.list("figure_ids"));
    }
  }

  /** What part of its section's flow a gate takes from a year on, before closed gates are left. */
  record GateWeight(String gate, int year, double export, double imports) {
    GateWeight(ModelRow row) {
      this(
          row.text("gate_id"),
          row.whole("year"),
          row.number("export_weight"),
          row.number("import_weight"));
    }
  }

  /** A kind of goods: its price in USD a kilogram, the size of its lines, the load of a truck. */
  record GoodsKind(
      String id,
      String goodsId,
      String family,
      String cargoKind,
      String season,
      double priceFirst,
      double priceLast,
      double priceSpread,
      double lineValue,
      double payloadTonnes) {
    GoodsKind(ModelRow row) {
      this(
          row.text("goods"),
          row.optional("goods_id"),
          row.text("family"),
          row.text("cargo_kind"),
          row.text("season"),
          row.number("price_first"),
          row.number("price_last"),
          row.number("price_spread"),
          row.number("line_value"),
          row.number("payload_t"));
    }
  }

  /** A code of eight digits under which goods are declared, from one day to another. */
  record HsCode(
      String goods, String code, Optional<LocalDate> from, Optional<LocalDate> to, double share) {
    HsCode(ModelRow row) {
      this(
          row.text("goods"),
          row.text("hs_code"),
          row.day("valid_from"),
          row.day("valid_to"),
          row.number("share"));
    }

    boolean holdsOn(LocalDate day) {
      return from.map(first -> !day.isBefore(first)).orElse(true)
          && to.map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  /** The share of goods in what some sections export or import, in the first and last year. */
  record MixShare(
      List<String> sections, Direction direction, String goods, double first, double last) {
    MixShare(ModelRow row) {
      this(
          row.list("section_ids"),
          row.direction("direction").orElse(Direction.EXPORT),
          row.text("goods"),
          row.number("share_first"),
          row.number("share_last"));
    }
  }

  /** How much more of a family of goods a gate or a regime takes than others. */
  record Tilt(String kind, String id, String family, double factor) {
    Tilt(ModelRow row) {
      this(row.text("kind"), row.text("id"), row.text("family"), row.number("factor"));
    }
  }

  /** What days around the lunar new year of one country do to families of goods. */
  record HolidayStep(
      String clock,
      Optional<Direction> direction,
      List<String> families,
      int from,
      int to,
      double factor) {
    HolidayStep(ModelRow row) {
      this(
          row.text("clock"),
          row.direction("direction"),
          row.list("families"),
          row.whole("day_from"),
          row.whole("day_to"),
          row.number("factor"));
    }
  }

  /** Days of the week (1 Monday to 7 Sunday) or of the year, and their factor per direction. */
  record CalendarStep(boolean isOfWeek, int from, int to, double[] factors) {
    private static final int MONTH = 100;

    CalendarStep(ModelRow row) {
      this(
          row.text("kind").equals("weekday"),
          place(row, "from"),
          place(row, "to"),
          new double[] {row.number("export"), row.number("import")});
    }

    boolean holdsOn(LocalDate day) {
      int place =
          isOfWeek
              ? day.getDayOfWeek().getValue()
              : day.getMonthValue() * MONTH + day.getDayOfMonth();
      return from <= place && place <= to;
    }

    /** A day of the week as it stands; the fifth of March, 03-05, as 305. */
    private static int place(ModelRow row, String column) {
      String text = row.text(column);
      if (!text.matches("[1-7]|[01][0-9]-[0-3][0-9]")) {
        row.refuse(column, "it must be 1 to 7, or month and day such as 04-30");
        return 0;
      }
      return Integer.parseInt(text.replace("-", ""));
    }
  }

  /** What an event of the register did to flows; empty cells are taken from the event. */
  record Closure(
      String event,
      List<String> gates,
      Optional<Direction> direction,
      List<String> families,
      String goods,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      double factor,
      int recoveryDays,
      double divertedShare,
      List<String> divertedTo) {
    Closure(ModelRow row) {
      this(
          row.text("event_id"),
          row.list("gate_ids"),
          row.direction("direction"),
          row.list("families"),
          row.optional("goods"),
          row.day("from"),
          row.day("until"),
          row.number("factor"),
          row.whole("recovery_days"),
          row.number("diverted_share"),
          row.list("diverted_to"));
    }
  }

  /** A regime: the size of its lines, its currencies and partner countries with their shares. */
  record RegimeShape(
      String regime,
      double lineValue,
      Map<String, Double> currencies,
      Map<String, Double> partners) {
    RegimeShape(ModelRow row) {
      this(
          row.text("regime"),
          row.number("line_value"),
          row.shares("currencies"),
          row.shares("partners"));
    }
  }

  /** A part of an invented name. */
  record PersonName(String kind, String name) {
    PersonName(ModelRow row) {
      this(row.text("kind"), row.text("name"));
    }
  }

  /** A way in which a row is spoilt, and what a reader has to say to it. */
  record Fault(
      String dataset,
      String fault,
      String effect,
      String column,
      String text,
      List<String> codes,
      double perMillion) {
    Fault(ModelRow row) {
      this(
          row.text("dataset"),
          row.text("fault"),
          row.text("effect"),
          row.optional("column"),
          row.optional("text"),
          row.list("codes"),
          row.number("per_million"));
    }
  }
}
