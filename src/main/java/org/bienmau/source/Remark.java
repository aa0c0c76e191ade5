package org.bienmau.source;

import java.io.Serializable;

/**
 * One thing a reader of an accepted figure should know.
 *
 * @param message a sentence for the reader of the figure
 */
public record Remark(RemarkCode code, String message) implements Serializable {}
