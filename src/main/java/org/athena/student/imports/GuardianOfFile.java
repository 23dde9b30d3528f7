package org.athena.student.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentType;
import org.athena.student.NewGuardian;

/**
 * A person whom rows of a file name as a guardian, or whom the school has.
 *
 * @param row the first row that names the person, and {@code slot} the guardian's number in it; 0 for a person of the school
 * @param id the id in the school; null for a new person
 */
record GuardianOfFile(
        long row, int slot, UUID id, DocumentType type, String number, String fullName, String phone, String email) {

    static GuardianOfFile of(ImportedStudent student, ImportedStudent.OfRow guardian) {
        NewGuardian data = guardian.data();
        return new GuardianOfFile(
                student.row(),
                guardian.slot(),
                null,
                data.documentType(),
                data.document().number(),
                data.fullName(),
                data.phone(),
                data.email());
    }

    String key() {
        return new Document(type, number).key();
    }

    /** The fields in which another row or the school says something else of the person. A blank cell says nothing. */
    List<String> differences(GuardianOfFile other) {
        List<String> fields = new ArrayList<>();
        if (differ(folded(fullName), folded(other.fullName))) {
            fields.add("full_name");
        }
        if (differ(digits(phone), digits(other.phone))) {
            fields.add("phone");
        }
        if (differ(folded(email), folded(other.email))) {
            fields.add("email");
        }
        return fields;
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    /** Accents and case do not make another name: each row may have been typed by somebody else. */
    private static String folded(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .strip();
    }

    private static String digits(String phone) {
        return phone == null ? "" : phone.replaceAll("[^\\p{Alnum}+]", "");
    }

    /** The person with what the other row says in addition. */
    GuardianOfFile with(GuardianOfFile other) {
        return new GuardianOfFile(
                row,
                slot,
                id,
                type,
                number,
                fullName,
                phone == null ? other.phone : phone,
                email == null ? other.email : email);
    }
}
