/** What every slice's messages are made of: who may see, who asks, when. */
@NullMarked
package uk.smartenergy.incident.api.shared;

import org.jspecify.annotations.NullMarked;
