@org.jspecify.annotations.NullMarked
package uk.smartenergy.incident.platform.embedded;
