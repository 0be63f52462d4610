package dev.apatite.web.europepmc;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;

/** Languages by MEDLINE's codes: ISO 639-2, and of its two codes for some languages the bibliographic one. */
final class MedlineLanguages {
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("deu", "ger"),
            Map.entry("fra", "fre"),
            Map.entry("zho", "chi"),
            Map.entry("nld", "dut"),
            Map.entry("ces", "cze"),
            Map.entry("ell", "gre"),
            Map.entry("fas", "per"),
            Map.entry("ron", "rum"),
            Map.entry("slk", "slo"),
            Map.entry("isl", "ice"),
            Map.entry("hye", "arm"),
            Map.entry("eus", "baq"),
            Map.entry("kat", "geo"),
            Map.entry("mkd", "mac"),
            Map.entry("msa", "may"),
            Map.entry("mya", "bur"),
            Map.entry("sqi", "alb"),
            Map.entry("cym", "wel"));

    private MedlineLanguages() {}

    static @Nullable String medline(@Nullable String iso) {
        if (iso == null || iso.isBlank()) {
            return null;
        }
        try {
            String three = Locale.of(iso).getISO3Language();
            return three.isEmpty() ? null : BIBLIOGRAPHIC.getOrDefault(three, three);
        } catch (MissingResourceException e) {
            return iso;
        }
    }
}
