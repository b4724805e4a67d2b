"""What a response points to or carries: references to other resources and attached files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kiosk.fhir.names import CORE
from kiosk.fhir.value import decimal

Json = dict[str, Any]

MAX_SIZE = CORE + "maxSize"
MIME_TYPE = CORE + "mimeType"
REFERENCE_RESOURCE = CORE + "questionnaire-referenceResource"

BAD_ADDRESS = "invalidRefValue"
NO_RESOURCE = "invalidRefResourceType"
OTHER_RESOURCE = "invalidRefResourceTypeRestriction"
OTHER_SIZE = "attachmentSizeInconsistent"
TOO_LARGE = "maxAttachmentSize"
OTHER_TYPE = "invalidAttachmentType"
NO_DATA = "invalidAnswerType"
UNTYPED_DATA = "att-1"

RESOURCES = frozenset(
    """
    Account ActivityDefinition AdverseEvent AllergyIntolerance Appointment AppointmentResponse AuditEvent Basic Binary
    BiologicallyDerivedProduct BodyStructure Bundle CapabilityStatement CarePlan CareTeam CatalogEntry ChargeItem
    ChargeItemDefinition Claim ClaimResponse ClinicalImpression CodeSystem Communication CommunicationRequest
    CompartmentDefinition Composition ConceptMap Condition Consent Contract Coverage CoverageEligibilityRequest
    CoverageEligibilityResponse DetectedIssue Device DeviceDefinition DeviceMetric DeviceRequest DeviceUseStatement
    DiagnosticReport DocumentManifest DocumentReference EffectEvidenceSynthesis Encounter Endpoint EnrollmentRequest
    EnrollmentResponse EpisodeOfCare EventDefinition Evidence EvidenceVariable ExampleScenario ExplanationOfBenefit
    FamilyMemberHistory Flag Goal GraphDefinition Group GuidanceResponse HealthcareService ImagingStudy Immunization
    ImmunizationEvaluation ImmunizationRecommendation ImplementationGuide InsurancePlan Invoice Library Linkage List
    Location Measure MeasureReport Media Medication MedicationAdministration MedicationDispense MedicationKnowledge
    MedicationRequest MedicationStatement MedicinalProduct MedicinalProductAuthorization
    MedicinalProductContraindication MedicinalProductIndication MedicinalProductIngredient MedicinalProductInteraction
    MedicinalProductManufactured MedicinalProductPackaged MedicinalProductPharmaceutical
    MedicinalProductUndesirableEffect MessageDefinition MessageHeader MolecularSequence NamingSystem NutritionOrder
    Observation ObservationDefinition OperationDefinition OperationOutcome Organization OrganizationAffiliation
    Parameters Patient PaymentNotice PaymentReconciliation Person PlanDefinition Practitioner PractitionerRole
    Procedure Provenance Questionnaire QuestionnaireResponse RelatedPerson RequestGroup ResearchDefinition
    ResearchElementDefinition ResearchStudy ResearchSubject RiskAssessment RiskEvidenceSynthesis Schedule
    SearchParameter ServiceRequest Slot Specimen SpecimenDefinition StructureDefinition StructureMap Subscription
    Substance SubstanceNucleicAcid SubstancePolymer SubstanceProtein SubstanceReferenceInformation
    SubstanceSourceMaterial SubstanceSpecification SupplyDelivery SupplyRequest Task TerminologyCapabilities TestReport
    TestScript ValueSet VerificationResult VisionPrescription
    """.split()  # noqa: SIM905 (a list literal would be a page long)
)
"""The resource types of FHIR R4 (hl7.org/fhir/R4/resourcelist.html)."""

_REST = re.compile(
    r"(?P<base>https?://[^\s\\<>\"]+/)?(?P<type>[A-Za-z]+)/[A-Za-z0-9.-]{1,64}(/_history/[A-Za-z0-9.-]{1,64})?"
)
_OTHER = re.compile(r"#[^\s]*|urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|urn:oid:[0-2](\.[0-9]+)+")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:[^\s\\<>\"]+")
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")


def extensions(definition: Json, url: str) -> list[object]:
    """The values of an item's extensions with that address."""
    found = definition.get("extension")
    return [
        next((held for name, held in one.items() if name.startswith("value")), None)
        for one in (found if isinstance(found, list) else ())
        if isinstance(one, dict) and one.get("url") == url
    ]


def reference_faults(definition: Json, reference: Json) -> Iterator[str]:
    """What stands against a Reference as an answer to the item with this FHIR definition."""
    address = reference.get("reference")
    named = reference.get("type") if isinstance(reference.get("type"), str) else ""
    if isinstance(address, str):
        resource = _REST.fullmatch(address)
        if not resource and not _OTHER.fullmatch(address) and not _ABSOLUTE.fullmatch(address):
            yield BAD_ADDRESS
            return
        # An absolute address may be of any server; only Type/id looks like a resource there.
        if resource and (not resource["base"] or resource["type"][0].isupper()):
            named = resource["type"]
    if named and named not in RESOURCES:
        yield NO_RESOURCE
        return
    allowed = [held for held in extensions(definition, REFERENCE_RESOURCE) if isinstance(held, str)]
    if named and allowed and named not in allowed and "Resource" not in allowed:
        yield OTHER_RESOURCE


def attachment_faults(definition: Json, attachment: Json) -> Iterator[str]:
    """What stands against an Attachment as an answer to the item with this FHIR definition. Sizes are in bytes."""
    stated, data = attachment.get("size"), attachment.get("data")
    if stated is not None and (isinstance(stated, bool) or not isinstance(stated, int) or stated < 0):
        yield NO_DATA
        return
    actual = _bytes(data) if isinstance(data, str) else None
    if isinstance(data, str) and actual is None:
        yield NO_DATA
    if actual is not None and stated is not None and actual != stated:
        yield OTHER_SIZE
    if isinstance(data, str) and not attachment.get("contentType"):
        yield UNTYPED_DATA
    sizes = [size for size in (stated, actual) if size is not None]
    for limit in map(decimal, extensions(definition, MAX_SIZE)):
        if limit is not None and sizes and max(sizes) > limit:
            yield TOO_LARGE
    types = [held for held in extensions(definition, MIME_TYPE) if isinstance(held, str)]
    if types and not any(_fits(str(attachment.get("contentType", "")), wanted) for wanted in types):
        yield OTHER_TYPE


def _bytes(data: str) -> int | None:
    """How many bytes base64 text stands for; None when it is none."""
    packed = "".join(data.split())
    if len(packed) % 4 or not _BASE64.fullmatch(packed):
        return None
    return len(packed) // 4 * 3 - packed.count("=")


def _fits(content_type: str, wanted: str) -> bool:
    """Whether a media type is the wanted one, which may be a whole family (``image/*``); parameters do not count."""
    held, sought = (kind.partition(";")[0].strip().lower() for kind in (content_type, wanted))
    return sought in (held, "*/*") or (sought.endswith("/*") and held.startswith(sought[:-1]))
