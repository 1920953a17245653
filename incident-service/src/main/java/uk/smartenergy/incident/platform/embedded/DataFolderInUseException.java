package uk.smartenergy.incident.platform.embedded;

import java.nio.file.Path;

/** Another process, or another server in this one, already holds the data folder. */
public final class DataFolderInUseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DataFolderInUseException(Path folder, String holder) {
        super("The data folder " + folder.toAbsolutePath() + " is in use by " + holder
                + ". Stop that process, or choose another folder with INCIDENT_DATA_DIR.");
    }
}
