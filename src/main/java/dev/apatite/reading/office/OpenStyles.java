package dev.apatite.reading.office;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** The text of an OpenDocument as it is shown: what a style hides is out, what one raises is marked. */
final class OpenStyles {
    private static final Pattern STYLE = Pattern.compile("(?s)<style:style\\s([^>]*[^/>])>(.*?)</style:style>");
    private static final Pattern NAME = Pattern.compile("style:name=\"([^\"]*)\"");
    private static final Pattern HIDES = Pattern.compile("text:display=\"none\"");
    private static final Pattern RAISES = Pattern.compile("style:text-position=\"(?:super|[1-9]\\d*%)[^\"]*\"");

    private final Set<String> hidden = new HashSet<>();
    private final Set<String> raised = new HashSet<>();

    /** By the named styles of the package; a part may have more of its own. */
    OpenStyles(String styles) {
        collect(styles);
    }

    private void collect(String part) {
        Matcher style = STYLE.matcher(part);
        while (style.find()) {
            Matcher name = NAME.matcher(style.group(1));
            if (name.find()) {
                if (HIDES.matcher(style.group(2)).find()) {
                    hidden.add(name.group(1));
                }
                if (RAISES.matcher(style.group(2)).find()) {
                    raised.add(name.group(1));
                }
            }
        }
    }

    /** A part of the package without what is not shown. */
    String shown(String part) {
        collect(part);
        if (hidden.isEmpty() && raised.isEmpty()) {
            return part;
        }
        Document document = Jsoup.parse(part, "", Parser.xmlParser());
        document.outputSettings().prettyPrint(false);
        for (Element element : document.getElementsByAttribute("text:style-name")) {
            String style = element.attr("text:style-name");
            if (hidden.contains(style)) {
                element.remove();
            } else if (raised.contains(style)
                    && element.tagName().equals("text:span")
                    && element.text().matches("[^{}]{1,60}")) {
                element.prependChild(new TextNode("^{"));
                element.appendChild(new TextNode("}"));
            }
        }
        return document.outerHtml();
    }
}
