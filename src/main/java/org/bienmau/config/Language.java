package org.bienmau.config;

/** The language in which analysts are answered. */
public enum Language {
  EN,
  VI
}
