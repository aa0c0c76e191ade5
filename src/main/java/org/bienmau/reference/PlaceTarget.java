package org.bienmau.reference;

import java.io.Serializable;
import java.util.List;

/**
 * Something that a place name may stand for.
 *
 * @param type section, gate or area; null for a town, a zone and so on
 * @param id id in its register; null when it is none of ours
 * @param sectionId the border section it lies in; null for areas and what is none of ours
 * @param description name, kind and place, for a reader
 * @param province name of the province that tells a place that is none of ours apart, or null
 * @param counterparts names of the other side of the border
 */
record PlaceTarget(
    ScopeType type,
    String id,
    String sectionId,
    String description,
    String province,
    List<PlaceName> counterparts)
    implements Serializable {

  boolean isOurs() {
    return id != null;
  }

  boolean facesOneNamed(PlaceName name) {
    return counterparts.stream().anyMatch(name::fits);
  }

  Resolution.Candidate candidate() {
    return new Resolution.Candidate(isOurs() ? type : null, id, description);
  }
}
