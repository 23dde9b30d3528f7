package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** AWS Lambda is given variables that the service reads, and no secret in the clear. */
class LambdaTemplateTest {

    private static final Pattern VARIABLE = Pattern.compile("^          ([A-Z][A-Z0-9_]*): (.*)$", Pattern.MULTILINE);
    /** Read by GraalVM's runtime and by Quarkus itself. */
    private static final Set<String> OF_OTHERS = Set.of("DISABLE_SIGNAL_HANDLERS", "QUARKUS_MANAGEMENT_HOST_ENABLED");

    private static final Set<String> SECRETS = Set.of("DATABASE_URL", "SUPABASE_ANON_KEY", "SUPABASE_SERVICE_ROLE_KEY");

    private static String template() throws IOException {
        return Files.readString(Path.of("src/main/lambda/template.yaml"));
    }

    @Test
    void everyVariableIsKnown() throws IOException {
        Set<String> named = VARIABLE.matcher(template())
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).containsAll(SECRETS).containsAll(OF_OTHERS);
        named.removeAll(OF_OTHERS);
        assertThat(Variables.known()).containsAll(named);
    }

    /** What is in a layer lands in {@code /opt}; the page makes the layer's directory and names the file. */
    @Test
    void theCertificateIsALayer() throws IOException {
        assertThat(template())
                .contains("Layers: [!Ref Authority]")
                .containsPattern("Authority:\n +Type: AWS::Serverless::LayerVersion\n +Properties:\n"
                        + " +ContentUri: \\.\\./\\.\\./\\.\\./target/authority\n");
        String file = DeployPage.certificate().getFileName().toString();
        assertThat(DeployPage.text())
                .contains("install -D -m 644 " + DeployPage.certificate() + " target/authority/" + file)
                .contains("sslrootcert=/opt/" + file);
    }

    @Test
    void secretsAreLookedUpWhenItIsDeployed() throws IOException {
        assertThat(VARIABLE.matcher(template()).results().filter(variable -> SECRETS.contains(variable.group(1))))
                .hasSize(SECRETS.size())
                .allSatisfy(variable -> assertThat(variable.group(2))
                        .isEqualTo("\"{{resolve:secretsmanager:athena/" + variable.group(1) + "}}\""));
    }
}
