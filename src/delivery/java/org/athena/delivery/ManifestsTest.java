package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests name what the service really reads and offers, and fit each other; a linter checks their form. */
class ManifestsTest {

    private static final Set<String> OWNERS = Set.of("MIGRATION_DATABASE_URL");

    private final Manifest deployment = Manifest.of("service/deployment.yaml");
    private final Manifest job = Manifest.of("migration/job.yaml");

    static List<Manifest> workloads() throws IOException {
        return Manifest.all().stream()
                .filter(object -> !object.everywhere("containers").isEmpty())
                .toList();
    }

    @Test
    void everyVariableIsOneThatTheServiceReads() throws IOException {
        List<String> named = new ArrayList<>();
        for (Manifest object : Manifest.all()) {
            object.everywhere("env").forEach(variable -> named.add((String) variable.at("name")));
            named.addAll(object.part("stringData").content().keySet());
        }
        named.addAll(literals().keySet());
        assertThat(named).contains("DATABASE_URL", "SUPABASE_URL", "ATHENA_SHUTDOWN_DELAY");
        assertThat(Variables.known()).containsAll(named);
    }

    @Test
    void onlyTheMigrationSeesTheOwnersAddress() throws IOException {
        for (Manifest object : Manifest.all()) {
            if (object.toString().contains("service")) {
                assertThat(object.everywhere("env")).noneMatch(variable -> OWNERS.contains(variable.at("name")));
            }
        }
        assertThat(literals().keySet()).doesNotContainAnyElementsOf(OWNERS);
        assertThat(secret("athena")).doesNotContainAnyElementsOf(OWNERS);
        assertThat(secret("athena-migration")).containsAll(OWNERS);
        assertThat(deployment.everywhere("envFrom").toString()).doesNotContain("athena-migration");
        assertThat(job.everywhere("envFrom"))
                .extracting(from -> from.at("secretRef.name"))
                .containsExactly("athena-migration");
    }

    @Test
    void noSecretIsInTheFiles() throws IOException {
        for (Manifest object : Manifest.all()) {
            assertThat(object.part("stringData").content().values()).allMatch(""::equals);
            assertThat(object.content()).doesNotContainKey("data");
            assertThat(object.everywhere("env"))
                    .filteredOn(variable -> variable.at("value") != null)
                    .extracting(variable -> variable.at("name"))
                    .isSubsetOf("SUPABASE_URL");
        }
    }

    @Test
    void thePortsAreThoseOfTheService() throws IOException {
        assertThat(deployment.everywhere("ports"))
                .extracting(port -> port.at("name") + "=" + port.at("containerPort"))
                .containsExactly(
                        "http=" + Variables.example("PORT"), "management=" + Variables.example("MANAGEMENT_PORT"));
        assertThat(Manifest.of("service/service.yaml").everywhere("ports"))
                .extracting(port -> port.at("targetPort"))
                .containsExactly("http");
        assertThat(deployment.part("spec.template.metadata.annotations").content())
                .containsEntry("prometheus.io/port", Variables.example("MANAGEMENT_PORT"))
                .containsEntry("prometheus.io/path", "/q/metrics");
        for (String serverless : List.of("knative/service.yaml", "cloud-run/service.yaml")) {
            assertThat(Manifest.of(serverless).everywhere("ports"))
                    .extracting(port -> String.valueOf(port.at("containerPort")))
                    .containsExactly(Variables.example("PORT"));
            // The platform sets it.
            assertThat(Manifest.of(serverless).everywhere("env"))
                    .noneMatch(variable -> "PORT".equals(variable.at("name")));
        }
    }

    /** That each is answered as it should be, with and without a database, is what the tests of the service show. */
    @Test
    void eachProbeAsksWhatItIsFor() {
        Manifest container = deployment.everywhere("containers").get(0);
        Map.of(
                        "startupProbe",
                        "/q/health/started",
                        "livenessProbe",
                        "/q/health/live",
                        "readinessProbe",
                        "/q/health/ready")
                .forEach((probe, path) -> {
                    assertThat(container.at(probe + ".httpGet.path")).isEqualTo(path);
                    assertThat(container.at(probe + ".httpGet.port")).isEqualTo("management");
                });
    }

    @Test
    void everySelectorFindsThePods() throws IOException {
        Object labels = deployment.at("spec.template.metadata.labels");
        assertThat(deployment.at("spec.selector.matchLabels")).isEqualTo(labels);
        assertThat(Manifest.of("service/service.yaml").at("spec.selector")).isEqualTo(labels);
        assertThat(Manifest.of("service/disruption.yaml").at("spec.selector.matchLabels"))
                .isEqualTo(labels);
        assertThat(Manifest.of("service/network.yaml").at("spec.podSelector.matchLabels"))
                .isEqualTo(labels);
        assertThat(Manifest.of("service/autoscaler.yaml").at("spec.scaleTargetRef.name"))
                .isEqualTo(deployment.at("metadata.name"));
        assertThat(Manifest.of("service/account.yaml").at("metadata.name"))
                .isEqualTo(deployment.at("spec.template.spec.serviceAccountName"));
        // The migration's pod must not be sent requests.
        assertThat(job.at("spec.template.metadata.labels")).isNotEqualTo(labels);
    }

    /** What {@code docs/operations/network.md} lists, and the collector not anywhere. */
    @Test
    void thePolicyLetsOutWhatThePageLists() {
        Map<Object, Boolean> bounded = new HashMap<>();
        for (Manifest rule : Manifest.of("service/network.yaml").everywhere("egress")) {
            rule.everywhere("ports")
                    .forEach(port -> bounded.put(port.at("port"), rule.content().containsKey("to")));
        }
        assertThat(bounded).isEqualTo(Map.of(53, true, 4317, true, 4318, true, 443, false, 5432, false, 6543, false));
    }

    @Test
    void nobodyIsCutOffWhoIsWaitedFor() throws IOException {
        Duration delay = Duration.parse("PT" + literals().get("ATHENA_SHUTDOWN_DELAY"));
        assertThat(delay).isPositive();
        int grace = (int) deployment.at("spec.template.spec.terminationGracePeriodSeconds");
        assertThat(Duration.ofSeconds(grace)).isGreaterThan(delay.plus(Variables.shutdownTimeout()));
    }

    @Test
    void oneInstanceIsAlwaysThere() {
        assertThat(deployment.part("spec").content()).doesNotContainKey("replicas");
        assertThat(deployment.at("spec.strategy.rollingUpdate.maxUnavailable")).isEqualTo(0);
        int least = (int) Manifest.of("service/autoscaler.yaml").at("spec.minReplicas");
        assertThat(least)
                .isGreaterThan((int) Manifest.of("service/disruption.yaml").at("spec.maxUnavailable"));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void eachContainerIsBoundedAndOnlyServesOrMigrates(Manifest workload) throws IOException {
        Manifest container = workload.everywhere("containers").get(0);
        assertThat(container.at("resources.limits.memory")).isNotNull();
        assertThat(container.at("args")).isIn(null, List.of("migrate"));
        if (!workload.toString().startsWith("cloud-run")) {
            assertThat(container.part("securityContext").content())
                    .containsEntry("allowPrivilegeEscalation", false)
                    .containsEntry("readOnlyRootFilesystem", true)
                    .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
        }
    }

    /** It is all that a container is given: none has a volume to write to. */
    @ParameterizedTest
    @MethodSource("workloads")
    void theCertificateIsWhereTheAddressesOfThePageNameIt(Manifest workload) throws IOException {
        assertThat(workload.everywhere("volumeMounts"))
                .extracting(Manifest::content)
                .containsExactly(Map.of(
                        "name",
                        "ca",
                        "mountPath",
                        DeployPage.certificate().getParent().toString(),
                        "readOnly",
                        true));
        assertThat(workload.everywhere("volumes"))
                .extracting(Manifest::content)
                .containsExactly(Map.of("name", "ca", source(workload), certificate(workload)));
    }

    private static String source(Manifest workload) {
        return workload.toString().startsWith("cloud-run") ? "secret" : "configMap";
    }

    /** What the page's commands make, with the name that the file gets. */
    private static Map<String, Object> certificate(Manifest workload) throws IOException {
        Path file = DeployPage.certificate();
        if (source(workload).equals("secret")) {
            assertThat(DeployPage.text()).contains("secrets create athena-ca --data-file=" + file);
            Map<String, String> item =
                    Map.of("key", "latest", "path", file.getFileName().toString());
            return Map.of("secretName", "athena-ca", "items", List.of(item));
        }
        assertThat(DeployPage.text())
                .contains("create configmap athena-ca --from-file=" + file.getFileName() + "=" + file);
        return Map.of("name", "athena-ca");
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "migration"})
    void kustomizeIsGivenEveryFile(String directory) throws IOException {
        Manifest kustomization = Manifest.of(directory + "/kustomization.yaml");
        try (Stream<Path> files = Files.list(Manifest.DIRECTORY.resolve(directory))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of("kustomization.yaml"), resources(kustomization))
                                    .toList());
        }
        assertThat(kustomization.everywhere("images"))
                .extracting(image -> image.at("newTag"))
                .doesNotContain("latest");
    }

    private static Stream<String> resources(Manifest kustomization) {
        return ((List<?>) kustomization.at("resources")).stream().map(Object::toString);
    }

    /** The configuration that kustomize makes. */
    private static Map<String, String> literals() {
        Map<String, String> literals = new TreeMap<>();
        for (Object literal :
                (List<?>) Manifest.of("service/kustomization.yaml").at("configMapGenerator.0.literals")) {
            String[] parts = literal.toString().split("=", 2);
            literals.put(parts[0], parts[1]);
        }
        return literals;
    }

    private static Set<String> secret(String name) throws IOException {
        return Manifest.all().stream()
                .filter(object -> "Secret".equals(object.at("kind")) && name.equals(object.at("metadata.name")))
                .findFirst()
                .orElseThrow()
                .part("stringData")
                .content()
                .keySet();
    }
}
