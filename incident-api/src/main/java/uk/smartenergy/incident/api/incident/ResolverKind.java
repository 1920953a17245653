package uk.smartenergy.incident.api.incident;

/** What sort of party a Resolver is: few and known beforehand, so that metrics may use it. */
public enum ResolverKind {
    /** Nobody has been made Resolver. */
    NONE,
    DCC,
    /** One of the DCC's service providers. */
    SERVICE_PROVIDER,
    /** A Responsible or Lead Supplier. */
    SUPPLIER,
    NETWORK_PARTY,
    RDP,
    /** Not in the register of parties. */
    OTHER
}
