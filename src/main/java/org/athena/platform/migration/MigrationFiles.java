package org.athena.platform.migration;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The migrations, handed to Flyway by name. Left to itself it would search the class path, which a native executable does not
 * have; the build writes the list of names.
 *
 * @param files in the order of their versions
 */
public record MigrationFiles(List<MigrationFile> files) implements ResourceProvider {

    static final String DIRECTORY = "db/migration/";

    private static final PackagedFile INDEX = new PackagedFile("db/migrations.txt");

    /** Those that this version of the service brings. */
    public static MigrationFiles packaged() {
        return new MigrationFiles(Stream.of(INDEX.text().strip().split(","))
                .sorted()
                .map(name -> new MigrationFile(name, new PackagedFile(DIRECTORY + name)::text))
                .toList());
    }

    /** The schema's version after all of them. */
    int version() {
        return files.get(files.size() - 1).version();
    }

    @Override
    public LoadableResource getResource(String name) {
        return files.stream()
                .filter(file -> file.getFilename().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(file -> file.getFilename().startsWith(prefix)
                        && Stream.of(suffixes).anyMatch(file.getFilename()::endsWith))
                .map(LoadableResource.class::cast)
                .toList();
    }
}
