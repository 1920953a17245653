package uk.smartenergy.incident.platform.web;

/** Of an authentication: who it is beyond the name, since a name may be given anew to somebody else. It is not for showing. */
public interface Identified {
    /** Another one for every user that was ever added; empty for those added before there were any. */
    String identity();
}
