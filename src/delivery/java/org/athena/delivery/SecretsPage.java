package org.athena.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of {@code docs/operations/secrets.md}. */
final class SecretsPage {

    private static final Path PAGE = Path.of("docs/operations/secrets.md");

    private SecretsPage() {}

    /** The lines of the table that has this column, each as its cells by their column. */
    static List<Map<String, String>> table(String column) throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        int head = 0;
        while (!cells(page.get(head)).contains(column)) {
            head++;
        }
        List<String> columns = cells(page.get(head));
        List<Map<String, String>> rows = new ArrayList<>();
        for (int line = head + 2; line < page.size() && page.get(line).startsWith("|"); line++) {
            List<String> cells = cells(page.get(line));
            Map<String, String> row = new LinkedHashMap<>();
            columns.forEach(name -> row.put(name, cells.get(columns.indexOf(name))));
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return line.startsWith("|")
                ? Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList()
                : List.of();
    }
}
