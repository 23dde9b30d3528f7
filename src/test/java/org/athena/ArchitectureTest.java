package org.athena;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ConflictSource;
import org.athena.platform.tenancy.AnyAccount;
import org.athena.platform.tenancy.Public;
import org.athena.platform.tenancy.Requires;
import org.athena.platform.tenancy.SignedIn;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(packages = "org.athena", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaMethod> ROUTES = DescribedPredicate.describe(
            "routes",
            method -> method.getAnnotations().stream()
                    .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class)
                            || annotation.getRawType().isAnnotatedWith(HttpMethod.class)));

    private static final DescribedPredicate<JavaClass> FEATURES = DescribedPredicate.describe(
            "are of a feature",
            type -> type.getPackageName().matches("org\\.athena\\.(?!platform|devmode)[a-z]+(\\..*)?"));

    @ArchTest
    static final ArchRule requestAndResponseRecordsKnowNoHibernate = noClasses()
            .that()
            .areRecords()
            .and(FEATURES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule thePlatformKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("org.athena.platform..")
            .should()
            .dependOnClassesThat(FEATURES);

    /** The rooms of the platform from the ground up; those of one floor may use each other, without a cycle. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("settings", "request"),
            Set.of("problem", "json", "names"),
            Set.of("database", "migration", "sheet"),
            Set.of("supabase", "identity"),
            Set.of("tenancy"),
            Set.of("paging", "idempotency", "audit", "limits", "jobs"),
            Set.of("row"),
            Set.of("metrics", "tracing", "edge", "openapi", "page", "start"));

    @ArchTest
    static final ArchRule noRoomOfThePlatformUsesOneAboveIt =
            classes().that().resideInAPackage("org.athena.platform..").should(standOnLowerFloors());

    @ArchTest
    static final ArchRule theRoomsOfThePlatformHaveNoCycles =
            slices().matching("org.athena.platform.(*)..").should().beFreeOfCycles();

    private static ArchCondition<JavaClass> standOnLowerFloors() {
        return new ArchCondition<>("use rooms of their own floor or of lower ones") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().startsWith("org.athena.platform."))
                        .forEach(use -> events.add(new SimpleConditionEvent(
                                use, floor(use.getTargetClass()) <= floor(type), use.getDescription())));
            }
        };
    }

    private static int floor(JavaClass type) {
        String room = type.getPackageName().split("\\.")[3];
        return IntStream.range(0, FLOORS.size())
                .filter(i -> FLOORS.get(i).contains(room))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the room " + room + " stands on no floor"));
    }

    /** The description lists the reasons of the sources, and of no others. */
    @ArchTest
    static final ArchRule aConflictIsDeclaredByASource = noClasses()
            .that()
            .areNotAssignableTo(ConflictSource.class)
            .and()
            .areNotAssignableTo(Conflict.class)
            .should()
            .callConstructorWhere(target(owner(type(Conflict.class))))
            .orShould()
            .callMethodWhere(target(owner(type(Conflict.class))).and(target(name("found"))));

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("org.athena.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyIdentityChecksTokens = noClasses()
            .that()
            .resideOutsideOfPackages("org.athena.platform.identity..", "org.athena.devmode..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.smallrye.jwt..", "org.jose4j..");

    @ArchTest
    static final ArchRule onlyTenancyDatabaseAndMigrationTouchTheConnection = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.athena.platform.tenancy..",
                    "org.athena.platform.database..",
                    "org.athena.platform.migration..",
                    "org.athena.devmode..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..");

    @ArchTest
    static final ArchRule nothingNeedsTheStandIns = noClasses()
            .that()
            .resideOutsideOfPackage("org.athena.devmode..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.athena.devmode..");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

    /** The filter of query parameters reads their fields. */
    @ArchTest
    static final ArchRule beansOfParametersAreKnownToTheNativeExecutable = classes()
            .that()
            .containAnyFieldsThat(DescribedPredicate.describe(
                    "are query parameters", field -> field.isAnnotatedWith(QueryParam.class)))
            .should()
            .beAnnotatedWith(RegisterForReflection.class);

    @ArchTest
    static final ArchRule everyRouteSaysWhoMayCallIt = methods()
            .that(ROUTES)
            .and()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .should(declareOneAccessRule());

    private static ArchCondition<JavaMethod> declareOneAccessRule() {
        return new ArchCondition<>("carry exactly one of @Requires, @SignedIn, @AnyAccount and @Public") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                long rules = Stream.of(Requires.class, SignedIn.class, AnyAccount.class, Public.class)
                        .filter(method::isAnnotatedWith)
                        .count();
                events.add(new SimpleConditionEvent(method, rules == 1, method.getFullName() + " has " + rules));
            }
        };
    }
}
