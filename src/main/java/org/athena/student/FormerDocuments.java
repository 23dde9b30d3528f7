package org.athena.student;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Tuple;

import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentType;
import org.athena.platform.tenancy.AuthContext;

/** Says which documents students of the school had before. A child is otherwise added again under the number from before. */
@RequestScoped
public class FormerDocuments {

    private static final String FORMER = """
            select f.document_type as type, f.document_number as number, s.id, s.full_name as name, s.is_active as active
              from athena.students s
             cross join lateral jsonb_to_recordset(s.document_history) as f(document_type text, document_number text)
             where s.school_id = :school and s.document_history <> '[]' and f.document_number = any(cast(:numbers as text[]))
             order by s.id""";

    private final EntityManager entities;
    private final AuthContext caller;

    FormerDocuments(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** A student who had the document before. */
    public record Former(UUID studentId, String fullName, boolean active) {}

    /** The students who had one of these documents before, by {@link Document#key()}. */
    public Map<String, Former> former(Collection<Document> documents) {
        Map<String, Document> wanted =
                documents.stream().collect(Collectors.toMap(Document::key, document -> document, (one, same) -> one));
        return rows(wanted.values()).stream()
                .filter(row -> wanted.containsKey(key(row)))
                .collect(Collectors.toMap(FormerDocuments::key, FormerDocuments::student, (first, other) -> first));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(Collection<Document> documents) {
        return entities.createNativeQuery(FORMER, Tuple.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("school", caller.schoolId())
                .setParameter(
                        "numbers", documents.stream().map(Document::number).toArray(String[]::new))
                .getResultList();
    }

    private static String key(Tuple row) {
        return new Document(DocumentType.valueOf(row.get("type", String.class)), row.get("number", String.class)).key();
    }

    private static Former student(Tuple row) {
        return new Former(row.get("id", UUID.class), row.get("name", String.class), row.get("active", Boolean.class));
    }
}
