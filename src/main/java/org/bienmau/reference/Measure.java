package org.bienmau.reference;

import java.io.Serializable;
import java.util.List;

/**
 * What is measured, and whether its values may be added.
 *
 * @param id stable id, for example {@code trade_value}
 * @param printedNames names under which data sets print it
 * @param nameVi Vietnamese name with its marks
 * @param nameEn English name
 * @param unit the base unit of its values
 * @param kind flow, stock, rate, limit or plan
 * @param trade true when it counts goods and so has a regime
 * @param addsOverDirections true when export and import may be added
 * @param addsOverTime true when periods may be added
 * @param addsOverScopes true when sections may be added
 * @param decimals digits after the decimal point that are worth showing
 * @param definition what exactly is counted
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record Measure(
    String id,
    List<String> printedNames,
    String nameVi,
    String nameEn,
    String unit,
    MeasureKind kind,
    boolean trade,
    boolean addsOverDirections,
    boolean addsOverTime,
    boolean addsOverScopes,
    int decimals,
    String definition,
    String source,
    String note)
    implements Serializable {}
