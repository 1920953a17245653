/** Messages about Problems: what lies behind Incidents, and is looked for and put right (SEC Appendix AG). */
@NullMarked
package uk.smartenergy.incident.api.problem;

import org.jspecify.annotations.NullMarked;
