/** What Bienmau's own pace is held to: other ways to the same tables, measured alike. */
package org.bienmau.bench;
