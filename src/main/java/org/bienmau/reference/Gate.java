package org.bienmau.reference;

import java.io.Serializable;
import java.util.List;

/**
 * A border gate or a lane of one.
 *
 * @param id stable id, for example {@code huu_nghi}
 * @param nameVi Vietnamese name with its marks
 * @param nameEn English name
 * @param aliases other spellings that sources print
 * @param kind gate, bridge, lane, freight_road, opening or station
 * @param mode road, rail or river
 * @param sectionId the border section it lies in
 * @param cnNameVi Vietnamese name of the Chinese side, null when not read
 * @param cnNamePinyin pinyin name of the Chinese side, null when not read
 * @param cnNameHanzi Chinese name of the Chinese side, null when not read
 * @param cnAliases other names of the Chinese side
 * @param cnRegion yunnan or guangxi
 * @param source page address or document that says so
 * @param confidence high, medium or low: how well the main facts are sourced
 * @param note doubts and remarks; empty when there are none
 */
public record Gate(
    String id,
    String nameVi,
    String nameEn,
    List<String> aliases,
    String kind,
    String mode,
    String sectionId,
    String cnNameVi,
    String cnNamePinyin,
    String cnNameHanzi,
    List<String> cnAliases,
    String cnRegion,
    String source,
    String confidence,
    String note)
    implements Serializable {}
