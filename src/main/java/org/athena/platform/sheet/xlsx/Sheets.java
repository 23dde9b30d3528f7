package org.athena.platform.sheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.sheet.cells.Unreadable;

/** The sheets of a workbook, and how it counts days. */
final class Sheets {

    private static final int MOST = 1_000;
    private static final String RELATIONS_OF_FILE = "_rels/.rels";

    /**
     * A sheet.
     *
     * @param part the name of the part with its rows
     */
    record Sheet(String name, String part, boolean shown) {}

    private final List<Sheet> all = new ArrayList<>();
    private boolean from1904;
    private final String folder;
    private final Map<String, String> targets;

    Sheets(Parts parts) throws IOException {
        String workbook = workbook(parts);
        folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        targets = relations(parts, folder + "_rels/" + workbook.substring(folder.length()) + ".rels", "Id");
        try (InputStream bytes = parts.open(workbook)) {
            XmlPart part = new XmlPart(bytes);
            while (part.next()) {
                read(part);
            }
        }
    }

    private static String workbook(Parts parts) throws IOException {
        String named = relations(parts, RELATIONS_OF_FILE, "Type").entrySet().stream()
                .filter(relation -> relation.getKey().endsWith("/officeDocument"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("xl/workbook.xml");
        if (named.toLowerCase(java.util.Locale.ROOT).endsWith(".bin")) {
            throw Unreadable.file(FaultCode.FILE_IS_OLD_EXCEL, "is a binary workbook (.xlsb); save it as .xlsx");
        }
        if (!named.endsWith(".xml") || !parts.has(named) || named.contains("word/") || named.contains("ppt/")) {
            throw Unreadable.file(FaultCode.FILE_IS_NOT_EXCEL, "is not a workbook of Excel (.xlsx)");
        }
        return named.startsWith("/") ? named.substring(1) : named;
    }

    /** The targets of relations, by their attribute. */
    private static Map<String, String> relations(Parts parts, String name, String by) throws IOException {
        Map<String, String> targets = new HashMap<>();
        InputStream bytes = parts.open(name);
        if (bytes == null) {
            return targets;
        }
        try (XmlPart part = new XmlPart(bytes)) {
            while (part.next() && targets.size() < MOST) {
                if (part.begins("Relationship")) {
                    targets.put(String.valueOf(part.attribute(by)), String.valueOf(part.attribute("Target")));
                }
            }
        }
        return targets;
    }

    private void read(XmlPart part) {
        if (part.begins("workbookPr")) {
            from1904 = part.isOn("date1904");
        } else if (part.begins("sheet") && all.size() < MOST) {
            String target = targets.getOrDefault(part.attribute("id"), "");
            String state = part.attribute("state");
            all.add(new Sheet(
                    String.valueOf(part.attribute("name")),
                    target.startsWith("/") ? target : folder + target,
                    state == null || state.equals("visible")));
        }
    }

    /** The sheets that are not hidden, one at least. */
    List<Sheet> visible() {
        List<Sheet> visible = all.stream().filter(Sheet::shown).toList();
        if (visible.isEmpty()) {
            throw Unreadable.file(FaultCode.FILE_IS_EMPTY, "has no visible sheet");
        }
        return visible;
    }

    boolean from1904() {
        return from1904;
    }

    /** The part with that name beside the workbook. */
    InputStream beside(Parts parts, String name) throws IOException {
        String target = targets.values().stream()
                .filter(other -> other.endsWith(name))
                .findFirst()
                .orElse(name);
        return parts.open(target.startsWith("/") ? target : folder + target);
    }
}
