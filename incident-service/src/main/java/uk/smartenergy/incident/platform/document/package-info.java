/** Documents, told from how they look: a model, and the same content of it as HTML, PDF and DOCX. */
@NullMarked
package uk.smartenergy.incident.platform.document;

import org.jspecify.annotations.NullMarked;
