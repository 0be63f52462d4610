package dev.apatite.reading.xml;

import dev.apatite.reading.shared.Latex;

/** Formulas in MathML or TeX as plain text. */
final class JatsFormula {
    private static final String BEGIN = "\\begin{document}";
    private static final String END = "\\end{document}";
    private static final int LONGEST_TEX = 5000;

    private JatsFormula() {}

    /** Adds what is printed of a formula, with its number; false where it holds neither MathML nor TeX. */
    static boolean add(XmlElement formula, JatsText text) {
        XmlElement math = formula.first("math");
        XmlElement tex = formula.first("tex-math");
        if (math != null) {
            addMath(math, text);
        } else if (tex != null) {
            text.add(tex(tex.text()));
        } else {
            return false;
        }
        XmlElement label = formula.child("label");
        if (label != null) {
            text.add(" " + label.text());
        }
        return true;
    }

    /** Adds the signs of MathML in the order in which they stand. */
    static void addMath(XmlElement math, JatsText text) {
        for (Object child : math.children()) {
            if (child instanceof XmlElement element) {
                if (!element.is("annotation", "annotation-xml")) {
                    addMath(element, text);
                }
            } else {
                text.add((String) child);
            }
        }
    }

    /** The formula between the preamble's document marks or dollar signs; empty where it is too long to print. */
    static String tex(String source) {
        int begin = source.indexOf(BEGIN);
        int end = source.indexOf(END);
        String formula = begin >= 0 && end > begin ? source.substring(begin + BEGIN.length(), end) : source;
        return formula.length() > LONGEST_TEX
                ? ""
                : Latex.plain(formula.replace("$", "").strip());
    }
}
