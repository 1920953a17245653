/** Documents over HTTP: which format is wanted, and the answer in it. */
@NullMarked
package uk.smartenergy.incident.platform.document.web;

import org.jspecify.annotations.NullMarked;
