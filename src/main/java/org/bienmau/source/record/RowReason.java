package org.bienmau.source.record;

/**
 * One thing that is wrong with a row of a batch.
 *
 * @param row its place in the batch
 * @param place by which the reasons of a row are ordered: the contract's columns, then its rules
 * @param code a code of {@link org.bienmau.source.ReasonCode} or the name of a rule
 * @param column the column; empty when the whole row is meant
 * @param value the cell as received; empty when the whole row is meant
 * @param message a sentence for the person who repairs the file
 */
record RowReason(int row, int place, String code, String column, String value, String message) {}
