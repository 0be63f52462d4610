package dev.apatite.index;

import java.util.List;
import org.apache.lucene.facet.FacetsConfig;

/** The facets of papers, findings and patients, and the fields that their doc values stand in. */
public final class FacetDimensions {
    /** Of papers. */
    public static final String TREATMENT = "treatment";

    public static final String CONDITION = "condition";
    public static final String ANTIBODY = "antibody";
    public static final String SITE = "site";
    public static final String YEAR = "year";
    public static final String JOURNAL = "journal";

    /** The facets of papers in the order in which they are shown. */
    public static final List<String> OF_PAPERS = List.of(TREATMENT, CONDITION, ANTIBODY, SITE, YEAR, JOURNAL);

    /** Of findings. */
    public static final String FINDING_TREATMENT = "finding.treatment";

    public static final String FINDING_RESPONSE = "finding.response";
    public static final String FINDING_OWN = "finding.own";

    /** Of patients. */
    public static final String PATIENT_SEX = "patient.sex";

    public static final String PATIENT_AGE = "patient.age";
    public static final String PATIENT_ANTIBODY = "patient.antibody";
    public static final String PATIENT_GIVEN = "patient.given";

    /** The doc values of the facets of papers. */
    public static final String PAPER_FIELD = "facets.paper";

    public static final String FINDING_FIELD = "facets.finding";
    public static final String PATIENT_FIELD = "facets.patient";

    private FacetDimensions() {}

    /** How the facets are indexed and counted. */
    public static FacetsConfig config() {
        FacetsConfig config = new FacetsConfig();
        OF_PAPERS.forEach(each -> dimension(config, each, PAPER_FIELD));
        List.of(FINDING_TREATMENT, FINDING_RESPONSE, FINDING_OWN)
                .forEach(each -> dimension(config, each, FINDING_FIELD));
        List.of(PATIENT_SEX, PATIENT_AGE, PATIENT_ANTIBODY, PATIENT_GIVEN)
                .forEach(each -> dimension(config, each, PATIENT_FIELD));
        return config;
    }

    private static void dimension(FacetsConfig config, String name, String field) {
        config.setIndexFieldName(name, field);
        config.setHierarchical(name, true);
        config.setMultiValued(name, true);
        config.setDrillDownTermsIndexing(name, FacetsConfig.DrillDownTermsIndexing.NONE);
    }
}
