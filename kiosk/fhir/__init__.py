"""HL7 FHIR R4, as clinics' record systems read it: own small readers and writers, no library at run time."""
