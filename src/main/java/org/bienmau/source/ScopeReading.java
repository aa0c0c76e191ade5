package org.bienmau.source;

import java.time.LocalDate;
import java.util.Optional;
import org.bienmau.reference.Hint;
import org.bienmau.reference.Places;
import org.bienmau.reference.Resolution;

/** Finds the place a row speaks of, and holds it to the province the row names. */
final class ScopeReading {
  private final Places places;

  ScopeReading(Places places) {
    this.places = places;
  }

  Optional<Resolution.Found> of(Findings row, LocalDate lastDay) {
    Optional<String> name = row.usable("scope_name");
    Optional<String> type = row.usable("scope_type");
    Optional<String> province = row.usable("province");
    if (name.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    Hint withoutProvince = new Hint(type.get(), null, lastDay);
    Resolution resolution =
        places.resolve(name.get(), withoutProvince.inProvince(province.orElse(null)));
    if (resolution instanceof Resolution.Found found) {
      refuseOtherProvince(row, found, lastDay);
      return Optional.of(found);
    }
    Resolution anywhere = places.resolve(name.get(), withoutProvince);
    if (province.isPresent() && anywhere instanceof Resolution.Found elsewhere) {
      refuseOtherProvince(row, elsewhere, lastDay);
    } else if (resolution instanceof Resolution.Ambiguous) {
      row.refuse(ReasonCode.SCOPE_AMBIGUOUS, "scope_name", resolution.error());
    } else {
      row.refuse(ReasonCode.SCOPE_UNKNOWN, "scope_name", resolution.error());
    }
    return Optional.empty();
  }

  private void refuseOtherProvince(Findings row, Resolution.Found place, LocalDate lastDay) {
    Optional<String> province = row.usable("province");
    if (province.isEmpty() || place.sectionId() == null) {
      return;
    }
    Resolution named = places.resolve(province.get(), new Hint("province", null, lastDay));
    boolean same =
        named instanceof Resolution.Found section && place.sectionId().equals(section.sectionId());
    if (!same) {
      row.refuse(
          ReasonCode.PROVINCE_MISMATCH,
          "province",
          "%s lies in the section %s, which %s did not hold on %s."
              .formatted(row.cell("scope_name"), place.sectionId(), province.get(), lastDay));
    }
  }
}
