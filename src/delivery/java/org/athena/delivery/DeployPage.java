package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** {@code docs/operations/deploy.md}, where manifests and images have to fit what it says. */
final class DeployPage {

    private static final Path FILE = Path.of("docs/operations/deploy.md");
    private static final Pattern ADDRESS =
            Pattern.compile("^\\$ export \\w+_URL='postgresql://.*[?&]sslrootcert=([^&']+).*'$", Pattern.MULTILINE);

    private DeployPage() {}

    /** The page, as Markdown. */
    static String text() throws IOException {
        return Files.readString(FILE);
    }

    /** The file with the certificate of the database's authority that both addresses of the page name. */
    static Path certificate() throws IOException {
        List<String> files = ADDRESS.matcher(text())
                .results()
                .map(address -> address.group(1))
                .toList();
        assertThat(files).hasSize(2);
        assertThat(files.get(0)).isEqualTo(files.get(1));
        return Path.of(files.get(0));
    }
}
