package org.athena.platform.sheet.cells;

import java.util.List;

/**
 * Where rows come from.
 *
 * @param encoding the encoding of a text file; null for a workbook
 * @param separator what separates the cells of a text file; null for a workbook
 * @param sheet the sheet of a workbook; null for a text file
 * @param otherSheets the visible sheets of a workbook that are not read
 */
public record Origin(String encoding, String separator, String sheet, List<String> otherSheets) {}
