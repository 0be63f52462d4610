package dev.apatite.reading.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats of tagged lines: how a record begins, and how a line names its field. */
enum TaggedFormat {
    /** PubMed's own, also called MEDLINE. */
    NBIB("PMID", "^([A-Z]{2,4}) {0,2}- ?(.*)$"),
    RIS("TY", "^([A-Z][A-Z0-9])  ?- ?(.*)$"),
    /** Clarivate's Web of Science; lines that go on begin with spaces. */
    ISI("PT", "^([A-Z][A-Z0-9])(?: (\\S.*))?\\s*$"),
    ENDNOTE("%0", "^(%[0-9A-Z@+~#$!?>&*()\\[\\]^=<]) ?(.*)$");

    private final String first;
    private final Pattern line;

    TaggedFormat(String first, String line) {
        this.first = first;
        this.line = Pattern.compile(line);
    }

    /** The format whose first field a text begins with; null where it is none. */
    static @Nullable TaggedFormat of(String text) {
        String head = text.startsWith("\ufeff") ? text.substring(1) : text;
        String begins = head.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        if (begins.matches("FN (?:Clarivate|Thomson|ISI).*")) {
            return ISI;
        }
        for (TaggedFormat format : values()) {
            Matcher field = format.line.matcher(begins);
            boolean known = format != ISI && field.matches() && field.group(1).equals(format.first);
            if (known && (format != NBIB || field.group(2).matches("\\s*\\d{1,9}\\s*"))) {
                return format;
            }
        }
        return null;
    }

    List<TaggedRecord> records(String text) {
        List<TaggedRecord> records = new ArrayList<>();
        TaggedRecord open = null;
        for (String printed : text.lines().toList()) {
            Matcher field = line.matcher(printed);
            if (field.matches()) {
                if (field.group(1).equals(first)) {
                    open = new TaggedRecord(this);
                    records.add(open);
                }
                if (open != null && field.group(2) != null) {
                    open.add(field.group(1), field.group(2).strip());
                }
            } else if (open != null && !printed.isBlank()) {
                open.go(printed.strip(), this == ISI);
            }
        }
        return records;
    }
}
