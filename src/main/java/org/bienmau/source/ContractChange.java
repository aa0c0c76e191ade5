package org.bienmau.source;

/**
 * One difference between two versions of a contract.
 *
 * @param where the column, rule or property that differs
 * @param what the difference, as it completes "it …"
 * @param isBreaking whether files that kept to the old version may be refused, or read as something
 *     else, under the new one
 */
public record ContractChange(String where, String what, boolean isBreaking) {}
