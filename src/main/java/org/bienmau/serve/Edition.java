package org.bienmau.serve;

import org.bienmau.table.AsOf;

/**
 * What a report says of itself, so that its bytes depend on the release and not on the clock.
 *
 * @param release number of the release that it shows
 * @param asOf the day whose knowledge the release holds
 * @param simulated whether the figures were generated; the page then says so in its first line
 * @param language vi or en: the one the page opens in; a reader may switch
 */
public record Edition(long release, AsOf asOf, boolean simulated, String language) {
  String json() {
    return "{\"number\":%d,\"asOf\":%s,\"simulated\":%b,\"language\":%s}"
        .formatted(
            release,
            asOf.day() == null ? "null" : PageJson.text(asOf.day().toString()),
            simulated,
            PageJson.text(language));
  }
}
