package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.athena.testing.Ports;
import org.athena.testing.process.Packaged;
import org.athena.testing.process.RunningService;
import org.athena.testing.process.Sample;
import org.athena.testing.process.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The native executable alone in the file system of its smallest image, which nobody can write to. */
class MicroImageIT {

    private static final byte[] FILE = """
            document_type,document_number,first_name,last_name,birth_date,gender
            TI,31,Ana,Ruiz,2014-05-06,F
            """.getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    private Packaged built;

    /** Only root may make a root; where the images are released, its absence is a fault. */
    @BeforeEach
    void theExecutableIsThereAndMayBeMoved() throws IOException {
        built = Packaged.built();
        assumeThat(built.name()).as("the image is the native executable's").isEqualTo("native");
        boolean allowed = System.getProperty("user.name").equals("root");
        if (!allowed) {
            System.err.println("THE NATIVE-MICRO IMAGE WAS NOT PROVED: ONLY root MAY CHANGE THE ROOT OF A PROCESS");
        }
        assumeThat(allowed || System.getenv("CI") != null).isTrue();
    }

    @Test
    void itServesReadOnlyAndWithoutRightsAndSaysWhetherItIsHealthy() throws Exception {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        MicroImage image = MicroImage.of(built.file(), root);
        Ports ports = Ports.free();
        Sample sample = Sample.create();
        try (RunningService service = RunningService.start(image.started(), "native-micro", ports, Map.of())) {
            service.firstAnswer(sample);
            await().atMost(30, TimeUnit.SECONDS).until(() -> service.readiness() == 200);
            assertAlone(service.pid());
            assertThat(health(image, ports)).isZero();
            try (Wire wire = new Wire(ports.api())) {
                String headers = sample.headers() + "Content-Type: text/csv\r\n";
                assertThat(wire.post("/api/v1/students/import", headers, FILE)).isEqualTo(201);
            }
            service.terminate();
            assertThat(service.awaitEnd()).as(service.output()).isEqualTo(RunningService.TERMINATED);
        }
        assertThat(health(image, ports)).isEqualTo(1);
    }

    /** What the kernel says about it: whose it is, what it may do, and how its root is mounted. */
    private static void assertAlone(long pid) throws IOException {
        Path process = Path.of("/proc/" + pid);
        String user = MicroImage.user().split(":")[0];
        assertThat(Files.readAllLines(process.resolve("status")))
                .anyMatch(line -> line.matches("Uid:(\\s+" + user + "){4}"))
                .anyMatch(line -> line.matches("CapEff:\\s+0+"));
        assertThat(Files.readAllLines(process.resolve("mounts")))
                .filteredOn(line -> line.split(" ")[1].equals("/"))
                .isNotEmpty()
                .last()
                .asString()
                .matches("\\S+ / \\S+ ro(,.*)? 0 0");
    }

    private static int health(MicroImage image, Ports ports) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(image.command("health")).inheritIO();
        builder.environment().put("MANAGEMENT_PORT", String.valueOf(ports.management()));
        return builder.start().waitFor();
    }
}
