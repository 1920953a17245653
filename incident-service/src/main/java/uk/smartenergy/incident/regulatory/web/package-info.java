/** The register of the DCC's reports over HTTP. */
@NullMarked
package uk.smartenergy.incident.regulatory.web;

import org.jspecify.annotations.NullMarked;
