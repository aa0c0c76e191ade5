package org.bienmau.simulate;

/** One line of a declaration in one revision, and how it is written. */
final class DeclarationLine {
  static final String HEADER =
      "source_id,declaration_no,item_no,revision_no,revised_at,status,registered_at,cleared_at,gate_id,"
          + "direction,regime,hs_code,net_kg,gross_kg,value,currency,value_basis,partner_country,"
          + "trader_id,origin_form,channel";

  static final byte[] ACTIVE = CsvBytes.utf8("active");
  static final byte[] CANCELLED = CsvBytes.utf8("cancelled");

  private static final byte[] SIM = CsvBytes.utf8("SIM");
  private static final byte[] SIM_TRADER = CsvBytes.utf8("SIMT");

  byte[] source;
  long number;
  int monthNumber;
  int item;
  int revision;
  long revisedAt;
  byte[] status = ACTIVE;
  long registeredAt;
  long clearedAt;
  byte[] gate;
  byte[] direction;
  byte[] regime;
  byte[] hsCode;
  long netGrams;
  long grossGrams;
  long cents;
  byte[] currency;
  byte[] basis;
  byte[] partner;
  int trader;
  byte[] origin;
  byte[] channel;

  /** Writes the row without its line end; a moment or weight of 0 is an empty cell. */
  void write(CsvBytes out, Stamps stamps) {
    out.raw(source).comma();
    number(out).comma();
    out.number(item).comma();
    out.number(revision).comma();
    stamps.utc(out, revisedAt).comma();
    out.raw(status).comma();
    stamps.local(out, registeredAt).comma();
    if (clearedAt != 0) {
      stamps.local(out, clearedAt);
    }
    out.comma().raw(gate).comma().raw(direction).comma().raw(regime).comma().raw(hsCode).comma();
    out.thousandths(netGrams).comma();
    if (grossGrams != 0) {
      out.thousandths(grossGrams);
    }
    out.comma().hundredths(cents).comma().raw(currency).comma().raw(basis).comma();
    out.raw(partner).comma().raw(SIM_TRADER).padded(trader, 7).comma();
    out.raw(origin).comma().raw(channel);
  }

  /** Writes the declaration's number: SIM, year and month, and a running number. */
  CsvBytes number(CsvBytes out) {
    return out.raw(SIM).padded(monthNumber, 4).padded(number, 8);
  }
}
