package org.bienmau.reference;

/** A register entry together with the row it was read from. */
record Located<T>(T entry, RegisterRow row) {}
