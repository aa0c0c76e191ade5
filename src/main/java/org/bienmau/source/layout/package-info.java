/**
 * Layouts: from a file in anybody's form to the columns of a contract, told by a YAML file and not
 * by code.
 *
 * <p>A file is read into sheets of text cells ({@code Sheet}), its header is held to the layout
 * ({@code Binding}), and each row of the sheet becomes rows of the contract ({@code LaidOutSheet}).
 * Plain Java; nothing here knows Spark.
 */
package org.bienmau.source.layout;
