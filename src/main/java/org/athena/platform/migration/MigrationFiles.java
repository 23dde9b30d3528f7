package org.athena.platform.migration;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Gives Flyway the migrations by name. Flyway would search the class path, which a native executable does not have. The build
 * writes the list of names.
 *
 * @param files the migrations in the order of their versions
 */
public record MigrationFiles(List<MigrationFile> files) implements ResourceProvider {

    static final String DIRECTORY = "db/migration/";

    private static final PackagedFile INDEX = new PackagedFile("db/migrations.txt");

    /** The migrations of this version of the service. */
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
