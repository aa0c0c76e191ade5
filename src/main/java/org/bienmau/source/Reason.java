package org.bienmau.source;

import java.io.Serializable;

/**
 * One thing that is wrong with a row.
 *
 * @param column the cell's column; empty when the whole row is meant
 * @param value the cell as received; empty when the whole row is meant
 * @param message a sentence for the person who repairs the file
 */
public record Reason(ReasonCode code, String column, String value, String message)
    implements Serializable {}
