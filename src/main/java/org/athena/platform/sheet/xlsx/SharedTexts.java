package org.athena.platform.sheet.xlsx;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.cells.Unreadable;

/** The texts that cells of a workbook share. They are read until the one that a cell asks for, and kept. */
final class SharedTexts {

    private static final int MOST_TEXTS = 500_000;
    private static final int MOST_CHARACTERS = 12_000_000;

    private final List<String> texts = new ArrayList<>();
    private final XmlPart part;
    private int characters;

    /** @param bytes null for a workbook without shared texts */
    SharedTexts(InputStream bytes) {
        part = bytes == null ? null : new XmlPart(bytes);
    }

    /** @throws ProblemException 400 when there is no such text, or there are too many before it */
    String at(int place) {
        while (texts.size() <= place) {
            keep(next());
        }
        return texts.get(place);
    }

    private String next() {
        while (part != null && part.next()) {
            if (part.begins("si")) {
                return RichText.read(part, "si");
            }
        }
        throw Unreadable.workbook();
    }

    private void keep(String text) {
        characters += text.length();
        if (texts.size() == MOST_TEXTS || characters > MOST_CHARACTERS) {
            throw Unreadable.file(
                    FaultCode.FILE_TOO_BIG, "has too many texts; delete columns and sheets that are not needed");
        }
        texts.add(text);
    }
}
