package uk.smartenergy.incident.incident.web.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.reference.EscalationLevels;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.Vocabulary;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;

/** The fields that a line may have. Histories from outside are sparse, so less is required than of who raises an Incident here. */
final class ImportForms {
    private static final int NAME = 120;
    private static final int REFERENCE_LENGTH = 120;
    private static final int SUMMARY_LENGTH = 300;
    private static final int TEXT = 20_000;
    private static final int LIST = 50;

    /** The dotted names of all fields, as CSV columns have them. */
    static final Set<String> NAMES = Set.of(
            "externalReference",
            "at",
            "action",
            "summary",
            "description",
            "type",
            "raisedBy.party",
            "raisedBy.contactName",
            "raisedBy.contactDetails",
            "raisedBy.reference",
            "services",
            "businessProcesses",
            "region",
            "deviceOrMeterPoint",
            "impact.level",
            "impact.partiesPrevented",
            "impact.reducedCapacity",
            "impact.workaroundAvailable",
            "impact.dataLoss",
            "impact.financialImpact",
            "impact.businessImpact",
            "proposedCategory",
            "triage",
            "relatedIncidents",
            "classification",
            "category",
            "reason",
            "evidence",
            "comment",
            "resolver",
            "level",
            "text",
            "affected",
            "whoIsAffected",
            "since",
            "workaround",
            "nextUpdateDue",
            "expectedFix",
            "resolution");

    static final Field<String> REFERENCE = Field.line(
                    "externalReference", REFERENCE_LENGTH, "The Incident's reference where it comes from.")
            .must();
    static final Field<Instant> AT = Field.past("at", "When it happened.").must();
    static final Field<String> ACTION =
            Field.line("action", 40, "What happened.").must();
    static final Form LINE = Form.of("ImportLine", REFERENCE, AT, ACTION);

    static final Field<String> PARTY =
            Field.line("party", NAME, "The organisation that raised it.").must();
    static final Field<String> CONTACT_NAME = Field.line("contactName", NAME, "Whom to ask.");
    static final Field<String> CONTACT_DETAILS = Field.text("contactDetails", 500, "How to reach them.");
    static final Field<String> RAISERS_REFERENCE = Field.line("reference", NAME, "The raiser's own reference.");
    static final Field<Filled> RAISED_BY = Field.form(
                    "raisedBy",
                    Form.of("ImportRaiser", PARTY, CONTACT_NAME, CONTACT_DETAILS, RAISERS_REFERENCE),
                    "Who raised it.")
            .must();

    static final Field<ImpactLevel> IMPACT_LEVEL =
            Field.choice("level", ImpactLevel.class, "How bad the impact is.").must();
    static final Field<Integer> PARTIES =
            Field.integer("partiesPrevented", 0, Integer.MAX_VALUE, "How many parties cannot use live services.");
    static final Field<Boolean> REDUCED = Field.flag("reducedCapacity", "Whether capacity is reduced.");
    static final Field<Boolean> WORKAROUND_THERE = Field.flag("workaroundAvailable", "Whether a workaround helps.");
    static final Field<DataLoss> DATA_LOSS = Field.choice("dataLoss", DataLoss.class, "Loss of DCC data.");
    static final Field<FinancialImpact> FINANCIAL =
            Field.choice("financialImpact", FinancialImpact.class, "Financial loss.");
    static final Field<String> BUSINESS_IMPACT = Field.text("businessImpact", TEXT, "The impact in words.");
    static final Field<Filled> IMPACT = Field.form(
            "impact",
            Form.of(
                    "ImportImpact",
                    IMPACT_LEVEL,
                    PARTIES,
                    REDUCED,
                    WORKAROUND_THERE,
                    DATA_LOSS,
                    FINANCIAL,
                    BUSINESS_IMPACT),
            "The impact; or else the category.");

    static final Field<String> SUMMARY =
            Field.text("summary", SUMMARY_LENGTH, "What it is about.").must();
    static final Field<String> DESCRIPTION = Field.text("description", TEXT, "More about it.");
    static final Field<IncidentType> TYPE = Field.choice("type", IncidentType.class, "SERVICE unless said.");
    static final Field<String> DEVICE = Field.line("deviceOrMeterPoint", NAME, "The device or meter point.");
    static final Field<Category> PROPOSED =
            Field.integer("proposedCategory", 1, 5, "The raiser's proposal.").map(Category::of);
    static final Field<String> TRIAGE = Field.text("triage", TEXT, "What was tried.");
    static final Field<List<IncidentId>> RELATED = Field.list(
            Field.line("relatedIncidents", 20, "References of related Incidents.")
                    .mapIf(
                            text -> IncidentId.isValid(text) ? Optional.of(new IncidentId(text)) : Optional.empty(),
                            "must be INC and 12 digits"),
            LIST);
    static final Field<Classification> CLASSIFICATION =
            Field.choice("classification", Classification.class, "GREEN unless said; SECURITY is always RED.");

    static final Field<Category> CATEGORY = Field.integer("category", 1, 5, "The category as decided elsewhere.")
            .map(Category::of);
    static final Field<String> REASON = Field.text("reason", TEXT, "Why.");
    static final Field<String> EVIDENCE = Field.text("evidence", TEXT, "What shows it.");
    static final Field<String> COMMENT = Field.text("comment", TEXT, "A remark.");
    static final Field<String> RESOLVER =
            Field.line("resolver", NAME, "Who is to resolve it.").must();
    static final Field<String> RESOLUTION = Field.text("resolution", TEXT, "How it was resolved.");

    static final Field<String> TEXT_SAID =
            Field.text("text", TEXT, "What was said.").must();
    static final Field<String> AFFECTED = Field.text("affected", 2_000, "What is affected.");
    static final Field<String> WHO = Field.text("whoIsAffected", 2_000, "Who is affected.");
    static final Field<Instant> SINCE = Field.instant("since", "Since when.");
    static final Field<String> WORKAROUND = Field.text("workaround", 2_000, "What to do meanwhile.");
    static final Field<Instant> NEXT_UPDATE = Field.instant("nextUpdateDue", "When the next update follows.");
    static final Field<Instant> EXPECTED_FIX = Field.instant("expectedFix", "When the fix is expected.");

    static final Field<Category> CATEGORISED = CATEGORY.must();
    static final Form CATEGORISE = Form.of("ImportCategorise", CATEGORISED, REASON);
    static final Form ASSIGN = Form.of("ImportAssign", RESOLVER, REASON);
    static final Form RESPOND = Form.of("ImportRespond", COMMENT);
    static final Form PAUSE = Form.of("ImportPause", REASON, EVIDENCE);
    static final Form COMMUNICATE =
            Form.of("ImportCommunicate", TEXT_SAID, AFFECTED, WHO, SINCE, WORKAROUND, NEXT_UPDATE, EXPECTED_FIX);
    static final Form RESOLVE = Form.of("ImportResolve", RESOLUTION);
    static final Form REOPEN = Form.of("ImportReopen", REASON);

    final Field<List<String>> services;
    final Field<List<String>> businessProcesses;
    final Field<String> region;
    final Field<String> level;
    final Form raise;
    final Form escalate;

    ImportForms(ReferenceData reference) {
        Vocabulary words = reference.vocabulary();
        EscalationLevels levels = reference.escalationLevels();
        services = Field.list(Field.word("services", words::service, words::services, "The services."), LIST);
        businessProcesses = Field.list(
                Field.word("businessProcesses", words::businessProcess, words::businessProcesses, "The processes."),
                LIST);
        region = Field.word("region", words::region, words::regions, "The region.");
        level = Field.word(
                        "level",
                        text -> levels.find(text).map(EscalationLevels.Level::code),
                        () -> levels.all().stream()
                                .map(EscalationLevels.Level::code)
                                .toList(),
                        "The level.")
                .must();
        raise = Form.of(
                "ImportRaise",
                SUMMARY,
                DESCRIPTION,
                TYPE,
                RAISED_BY,
                services,
                businessProcesses,
                region,
                DEVICE,
                IMPACT,
                CATEGORY,
                PROPOSED,
                TRIAGE,
                RELATED,
                CLASSIFICATION);
        escalate = Form.of("ImportEscalate", level, REASON);
    }
}
