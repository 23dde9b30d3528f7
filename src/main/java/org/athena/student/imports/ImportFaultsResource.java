package org.athena.student.imports;

import static org.athena.platform.sheet.SheetFormat.CSV_TYPE;
import static org.athena.platform.sheet.SheetFormat.EXCEL_TYPE;
import static org.athena.platform.sheet.SheetFormat.XLSX_TYPE;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;
import static org.athena.platform.tenancy.Permission.WRITE_ENROLLMENT;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.athena.platform.limits.Limited;
import org.athena.platform.limits.MaxBody;
import org.athena.platform.limits.Work;
import org.athena.platform.sheet.FaultSentences;
import org.athena.platform.sheet.Faults;
import org.athena.platform.sheet.SheetAnswer;
import org.athena.platform.sheet.SheetFile;
import org.athena.platform.sheet.SheetFormat;
import org.athena.platform.sheet.Understood.FoundColumn;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The faults that an import of a file would have, as a list for whoever mends the file. */
@Path("/api/v1/students/import")
@RequestScoped
@Tag(name = "students")
class ImportFaultsResource {

    private static final int MOST = 10_000;
    private static final String SPANISH = "es";
    private static final Map<String, List<String>> HEADERS = Map.of(
            SPANISH,
            List.of("Fila", "Columna", "Campo", "Problema"),
            "en",
            List.of("Row", "Column", "Field", "Problem"));
    private static final FaultSentences SENTENCES = new FaultSentences();

    private final ImportWork work;
    private final ImportRun run;
    private final HttpHeaders headers;

    ImportFaultsResource(ImportWork work, ImportRun run, HttpHeaders headers) {
        this.headers = headers;
        this.work = work;
        this.run = run;
    }

    @POST
    @Path("/faults.csv")
    @Consumes({CSV_TYPE, XLSX_TYPE, EXCEL_TYPE})
    @Produces(CSV_TYPE)
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Limited(Work.IMPORT)
    @MaxBody(bytes = MaxBody.LARGEST)
    @Operation(operationId = "listImportFaultsCsv", summary = "The faults of a file, up to 10,000, as CSV")
    public Response csv(InputStream body, @BeanParam KnownChoice known) throws Exception {
        return faults(SheetFormat.CSV, body, known);
    }

    @POST
    @Path("/faults.xlsx")
    @Consumes({CSV_TYPE, XLSX_TYPE, EXCEL_TYPE})
    @Produces(XLSX_TYPE)
    @Requires({WRITE_ENROLLMENT, WRITE_ALL})
    @Limited(Work.IMPORT)
    @MaxBody(bytes = MaxBody.LARGEST)
    @Operation(operationId = "listImportFaultsXlsx", summary = "The faults of a file, up to 10,000, as a workbook")
    public Response xlsx(InputStream body, @BeanParam KnownChoice known) throws Exception {
        return faults(SheetFormat.XLSX, body, known);
    }

    private Response faults(SheetFormat format, InputStream body, KnownChoice known) throws Exception {
        boolean skipKnown = known.skip();
        String language = language();
        List<List<String>> rows = work.inSlot(body, bytes -> {
            SheetFile file = ImportWork.open(bytes);
            List<Faults.Fault> faults = work.inTransaction(() -> run.faults(file, skipKnown, MOST));
            return rows(faults, headings(file), language);
        });
        return SheetAnswer.of(format, "faltas", HEADERS.get(language), rows);
    }

    /** Spanish, unless the client prefers English (RFC 9110, section 12.5.4). */
    private String language() {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(HEADERS::containsKey)
                .findFirst()
                .orElse(SPANISH);
    }

    private static Map<String, String> headings(SheetFile file) {
        return file.understood().columns().stream().collect(Collectors.toMap(FoundColumn::field, FoundColumn::heading));
    }

    private static List<List<String>> rows(List<Faults.Fault> faults, Map<String, String> headings, String language) {
        return faults.stream()
                .map(fault -> List.of(
                        String.valueOf(fault.row()),
                        headings.getOrDefault(fault.column(), ""),
                        fault.column(),
                        language.equals(SPANISH)
                                ? SENTENCES.spanish(fault.what())
                                : fault.what().message()))
                .toList();
    }
}
