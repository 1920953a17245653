package uk.smartenergy.incident.incident.web.imports;

/** The keys by which an import is recognised when it runs again, apart for RED so that nobody learns of it by a key being taken. */
final class ImportClaims {
    private static final int LONGEST_PLAIN = 150;

    private ImportClaims() {}

    static String line(boolean red, ImportLine line) {
        return "line:" + space(red) + ":" + line.fingerprint();
    }

    static String reference(boolean red, String externalReference) {
        boolean plain = externalReference.length() <= LONGEST_PLAIN && !externalReference.startsWith("#");
        return "xref:" + space(red) + ":" + (plain ? externalReference : "#" + Fingerprint.sha256(externalReference));
    }

    private static String space(boolean red) {
        return red ? "red" : "pub";
    }
}
