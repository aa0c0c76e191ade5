package org.bienmau.series;

import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

import java.time.LocalDate;

/**
 * The two instants that a lunisolar calendar rests on, in universal time.
 *
 * <p>Formulas: Jean Meeus, Astronomical Algorithms, 2nd edition, 1998, chapter 25 (solar
 * coordinates) and chapter 49 (phases of the moon); the difference of dynamical and universal time:
 * Espenak and Meeus, Five Millennium Canon of Solar Eclipses, NASA/TP-2006-214141.
 */
final class Astronomy {
  private static final double J2000 = 2451545.0;

  /** Julian day of the midnight that opens 1970-01-01. */
  private static final double EPOCH_DAY_ZERO = 2440587.5;

  private Astronomy() {}

  /** Julian day of the midnight (UTC) that opens a day. */
  static double julianDay(LocalDate day) {
    return day.toEpochDay() + EPOCH_DAY_ZERO;
  }

  /** The day on which a Julian day lies, when it is local time. */
  static LocalDate dayOf(double julianDay) {
    return LocalDate.ofEpochDay((long) Math.floor(julianDay - EPOCH_DAY_ZERO));
  }

  /** Number of the lunation, counted from 2000-01-06, that begins within a month of a day. */
  static long lunationNear(LocalDate day) {
    return Math.round((julianDay(day) - 2451550.09766) / 29.530588861);
  }

  /** The sun's apparent longitude in degrees, 0 to 360, at a universal time given as Julian day. */
  static double apparentSolarLongitude(double universalTime) {
    double t = (universalTime + dynamicalMinusUniversal(universalTime) - J2000) / 36525;
    double meanLongitude = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
    double anomaly = toRadians(357.52911 + 35999.05029 * t - 0.0001537 * t * t);
    double centre =
        (1.914602 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly)
            + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
            + 0.000289 * sin(3 * anomaly);
    double node = toRadians(125.04 - 1934.136 * t);
    double longitude = (meanLongitude + centre - 0.00569 - 0.00478 * sin(node)) % 360;
    return longitude < 0 ? longitude + 360 : longitude;
  }

  /** Universal time, as Julian day, of the new moon that opens a lunation. */
  static double newMoon(long lunation) {
    double k = lunation;
    double t = k / 1236.85;
    double e = 1 - 0.002516 * t - 0.0000074 * t * t;
    double sun = toRadians(2.5534 + 29.10535670 * k - 0.0000014 * t * t - 0.00000011 * t * t * t);
    double moon =
        toRadians(
            201.5643
                + 385.81693528 * k
                + 0.0107582 * t * t
                + 0.00001238 * t * t * t
                - 0.000000058 * t * t * t * t);
    double latitude =
        toRadians(
            160.7108
                + 390.67050284 * k
                - 0.0016118 * t * t
                - 0.00000227 * t * t * t
                + 0.000000011 * t * t * t * t);
    double node = toRadians(124.7746 - 1.56375588 * k + 0.0020672 * t * t + 0.00000215 * t * t * t);
    double dynamicalTime =
        2451550.09766
            + 29.530588861 * k
            + 0.00015437 * t * t
            - 0.000000150 * t * t * t
            + 0.00000000073 * t * t * t * t
            + periodicTerms(e, sun, moon, latitude, node)
            + planetaryTerms(k, t);
    return dynamicalTime - dynamicalMinusUniversal(dynamicalTime);
  }

  private static double periodicTerms(double e, double sun, double moon, double lat, double node) {
    return -0.40720 * sin(moon)
        + 0.17241 * e * sin(sun)
        + 0.01608 * sin(2 * moon)
        + 0.01039 * sin(2 * lat)
        + 0.00739 * e * sin(moon - sun)
        - 0.00514 * e * sin(moon + sun)
        + 0.00208 * e * e * sin(2 * sun)
        - 0.00111 * sin(moon - 2 * lat)
        - 0.00057 * sin(moon + 2 * lat)
        + 0.00056 * e * sin(2 * moon + sun)
        - 0.00042 * sin(3 * moon)
        + 0.00042 * e * sin(sun + 2 * lat)
        + 0.00038 * e * sin(sun - 2 * lat)
        - 0.00024 * e * sin(2 * moon - sun)
        - 0.00017 * sin(node)
        - 0.00007 * sin(moon + 2 * sun)
        + 0.00004 * sin(2 * moon - 2 * lat)
        + 0.00004 * sin(3 * sun)
        + 0.00003 * sin(moon + sun - 2 * lat)
        + 0.00003 * sin(2 * moon + 2 * lat)
        - 0.00003 * sin(moon + sun + 2 * lat)
        + 0.00003 * sin(moon - sun + 2 * lat)
        - 0.00002 * sin(moon - sun - 2 * lat)
        - 0.00002 * sin(3 * moon + sun)
        + 0.00002 * sin(4 * moon);
  }

  private static double planetaryTerms(double k, double t) {
    double[][] terms = {
      {0.000325, 299.77, 0.107408},
      {0.000165, 251.88, 0.016321},
      {0.000164, 251.83, 26.651886},
      {0.000126, 349.42, 36.412478},
      {0.000110, 84.66, 18.206239},
      {0.000062, 141.74, 53.303771},
      {0.000060, 207.14, 2.453732},
      {0.000056, 154.84, 7.306860},
      {0.000047, 34.52, 27.261239},
      {0.000042, 207.19, 0.121824},
      {0.000040, 291.34, 1.844379},
      {0.000037, 161.72, 24.198154},
      {0.000035, 239.56, 25.513099},
      {0.000023, 331.55, 3.592518},
    };
    double sum = terms[0][0] * sin(toRadians(terms[0][1] + terms[0][2] * k - 0.009173 * t * t));
    for (int i = 1; i < terms.length; i++) {
      sum += terms[i][0] * sin(toRadians(terms[i][1] + terms[i][2] * k));
    }
    return sum;
  }

  /** Dynamical minus universal time in days; polynomials for 1941 to 2150. */
  private static double dynamicalMinusUniversal(double julianDay) {
    double year = 2000 + (julianDay - J2000) / 365.25;
    return secondsOfDelay(year) / 86400;
  }

  private static double secondsOfDelay(double year) {
    if (year < 1961) {
      double t = year - 1950;
      return 29.07 + 0.407 * t - t * t / 233 + t * t * t / 2547;
    }
    if (year < 1986) {
      double t = year - 1975;
      return 45.45 + 1.067 * t - t * t / 260 - t * t * t / 718;
    }
    double t = year - 2000;
    if (year < 2005) {
      return 63.86
          + t
              * (0.3345
                  + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 0.00002373599))));
    }
    if (year < 2050) {
      return 62.92 + 0.32217 * t + 0.005589 * t * t;
    }
    double centuries = (year - 1820) / 100;
    return -20 + 32 * centuries * centuries - 0.5628 * (2150 - year);
  }
}
