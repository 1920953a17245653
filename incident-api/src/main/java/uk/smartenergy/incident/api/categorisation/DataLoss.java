package uk.smartenergy.incident.api.categorisation;

/** Whether DCC data was lost or corrupted. What is "material" is the assessor's judgement, not a number in the Code. */
public enum DataLoss {
    NONE,
    IMMATERIAL,
    MATERIAL
}
