package dev.apatite;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms of the house and the arrows that may run between them. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.apatite");

    @ParameterizedTest(name = "{0} uses only {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text       | ''",
                "paper      | text",
                "vocabulary | text paper",
                "reading    | text paper",
                "annotation | text paper vocabulary",
                "works      | text paper",
                "meaning    | ''",
                "index      | text paper vocabulary",
                "languagemodel | text paper annotation index",
                "ingest     | text paper vocabulary reading annotation works index engine",
                "query      | text paper vocabulary index",
                "engine     | text paper index",
                "search     | text paper vocabulary meaning engine index query",
                "opensearch | text paper vocabulary engine index search",
                "review     | text paper",
                "harvest    | text review",
                "export     | text paper search review",
                "evaluation | text paper vocabulary reading annotation works meaning index ingest query search review export",
                "web        | text paper vocabulary engine search ingest review export",
            })
    void everyRoomUsesOnlyItsNeighbours(String room, String allowed) {
        DescribedPredicate<JavaClass> elsewhere = resideInAPackage("dev.apatite..")
                .and(DescribedPredicate.not(resideInAPackage("dev.apatite." + room + "..")));
        for (String neighbour : Arrays.stream(allowed.split(" "))
                .filter(each -> !each.isEmpty())
                .toList()) {
            elsewhere = elsewhere.and(DescribedPredicate.not(resideInAPackage("dev.apatite." + neighbour + "..")));
        }
        noClasses()
                .that()
                .resideInAPackage("dev.apatite." + room + "..")
                .should()
                .dependOnClassesThat(elsewhere)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest(name = "reading.{0} uses only {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "draft      | ''",
                "shared     | draft",
                "byline     | shared",
                "citation   | shared",
                "pdf.layout | draft",
                "pdf        | draft shared byline citation pdf.layout",
                "xml        | draft shared byline citation",
                "plain      | draft shared byline citation",
                "html       | draft shared byline citation plain xml",
                "office     | draft html",
                "record     | draft shared",
                "worker     | draft .",
                ".          | draft citation pdf xml plain html office record",
            })
    void everyRoomOfReadingUsesOnlyItsNeighbours(String room, String allowed) {
        String[] neighbours = Stream.concat(Stream.of(room), Arrays.stream(allowed.split(" ")))
                .filter(each -> !each.isEmpty())
                .map(each -> each.equals(".") ? "dev.apatite.reading" : "dev.apatite.reading." + each)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(neighbours[0])
                .should()
                .dependOnClassesThat(resideInAPackage("dev.apatite.reading..")
                        .and(DescribedPredicate.not(resideInAnyPackage(neighbours))))
                .check(CLASSES);
    }

    @Test
    void noTwoRoomsUseEachOther() {
        slices().matching("dev.apatite.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("dev.apatite.reading.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noRoomOfReadingHoldsMoreThanThirtyFiles() {
        Map<String, Long> files = CLASSES.stream()
                .filter(each -> each.getPackageName().startsWith("dev.apatite.reading") && !each.isNestedClass())
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(files).allSatisfy((room, count) -> assertThat(count).isLessThanOrEqualTo(30));
    }

    @Test
    void noTwoClassesHaveOneName() {
        Map<String, List<String>> rooms = CLASSES.stream()
                .filter(each -> !each.isNestedClass()
                        && !each.getSimpleName().equals("package-info")
                        && !each.getPackageName().contains(".templates"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
        rooms.values().removeIf(those -> those.size() == 1);
        assertThat(rooms).isEmpty();
    }

    @Test
    void luceneStaysInIndexQuerySearchAndTheEngines() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.apatite.index..",
                        "dev.apatite.query..",
                        "dev.apatite.engine..",
                        "dev.apatite.search..",
                        "dev.apatite.opensearch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(CLASSES);
    }
}
