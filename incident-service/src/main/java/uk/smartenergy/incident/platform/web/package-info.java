/** What every HTTP face shares: problems, forms, versions, keys of repeated requests, tables, and the published description. */
@NullMarked
package uk.smartenergy.incident.platform.web;

import org.jspecify.annotations.NullMarked;
