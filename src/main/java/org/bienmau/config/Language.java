package org.bienmau.config;

/** The languages of the report. */
public enum Language {
  EN,
  VI
}
