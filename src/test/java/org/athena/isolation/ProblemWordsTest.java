package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.ElementDescriptor;

import org.assertj.core.api.SoftAssertions;
import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ConflictSource;
import org.athena.platform.problem.ConstraintCode;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The description lists every word from which a page makes a sentence about a problem. */
class ProblemWordsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("org.athena");

    @Test
    void everyConstraintOfARecordHasACodeThatTheDescriptionLists() throws IOException {
        Set<String> codes = described("ViolationCode");
        Set<String> params = names("/components/schemas/ViolationParams/properties");
        SoftAssertions all = new SoftAssertions();
        int checked = 0;
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            for (JavaClass type : CLASSES) {
                if (type.isRecord()) {
                    BeanDescriptor bean = validators.getValidator().getConstraintsForClass(type.reflect());
                    for (ConstraintDescriptor<?> constraint : constraints(bean)) {
                        all.assertThat(ConstraintCode.word(constraint).orElse("no code"))
                                .as(type.getName() + " " + constraint.getAnnotation())
                                .isIn(codes);
                        all.assertThat(params)
                                .as(type.getName() + " " + constraint.getAnnotation())
                                .containsAll(params(constraint));
                        checked++;
                    }
                }
            }
        }
        all.assertAll();
        assertThat(checked).isGreaterThan(100);
    }

    @Test
    void everyReasonThatIsDeclaredIsDescribed() throws ReflectiveOperationException, IOException {
        Set<String> reasons = described("ConflictReason");
        assertThat(reasons).contains("period.overlaps", "import.touched", "resource.in_use", "user.no_account");
        for (JavaClass type : CLASSES) {
            if (type.isAssignableTo(ConflictSource.class) && !type.isInterface()) {
                for (Field field : type.reflect().getDeclaredFields()) {
                    if (field.getType() == Conflict.class) {
                        field.setAccessible(true);
                        assertThat(((Conflict) field.get(null)).reason())
                                .as(field.toString())
                                .isIn(reasons);
                    }
                }
            }
        }
    }

    /** What a violation of the constraint may name; a value is named as a bound. */
    private static Set<String> params(ConstraintDescriptor<?> constraint) {
        Set<String> params =
                new TreeSet<>(ConstraintCode.params(constraint.getAttributes()).keySet());
        params.remove("value");
        return params;
    }

    private static JsonNode description(String pointer) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("src/main/resources/openapi.json").toFile())
                .at(pointer);
    }

    private static Set<String> names(String pointer) throws IOException {
        Set<String> names = new TreeSet<>();
        description(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What the committed description lists. */
    private static Set<String> described(String schema) throws IOException {
        Set<String> words = new TreeSet<>();
        description("/components/schemas/" + schema + "/enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static List<ConstraintDescriptor<?>> constraints(BeanDescriptor bean) {
        List<ConstraintDescriptor<?>> found = new ArrayList<>();
        add(bean, found);
        bean.getConstrainedProperties().forEach(property -> {
            add(property, found);
            property.getConstrainedContainerElementTypes().forEach(element -> addElement(element, found));
        });
        return found;
    }

    private static void addElement(ContainerElementTypeDescriptor element, List<ConstraintDescriptor<?>> found) {
        add(element, found);
        element.getConstrainedContainerElementTypes().forEach(inner -> addElement(inner, found));
    }

    private static void add(ElementDescriptor element, List<ConstraintDescriptor<?>> found) {
        element.getConstraintDescriptors().stream()
                .flatMap(ProblemWordsTest::reported)
                .forEach(found::add);
    }

    /** The constraints whose violations are reported: those inside another one only where it does not stand for them. */
    private static Stream<ConstraintDescriptor<?>> reported(ConstraintDescriptor<?> constraint) {
        Stream<ConstraintDescriptor<?>> itself = Stream.of(constraint);
        return constraint.isReportAsSingleViolation()
                ? itself
                : Stream.concat(
                        itself, constraint.getComposingConstraints().stream().flatMap(ProblemWordsTest::reported));
    }
}
