/** What readers meet: views in a session's catalogue or in a metastore, exports, the report. */
package org.bienmau.serve;
