package dev.apatite.reading.html;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Tells the article on a page from the site around it. */
final class MarkupContent {
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "form",
            "button",
            "select",
            "input",
            "iframe",
            "object",
            "embed",
            "svg",
            "canvas",
            "audio",
            "video",
            "map",
            "dialog",
            "head",
            "menu",
            "footer",
            "aside");
    private static final Set<String> STRUCK = Set.of("del", "s", "strike");
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|side-bar|cookies?|consent-banner|advert\\w{0,12}|ads?|banner|share|sharing|social|toolbar|metrics|altmetric|recommend\\w{0,8}|related-articles?|most-read|newsletter|sign-?in|login|search-form|skip-link|skip|footer|site-header|page-header|global-header|masthead-nav|popup|modal|toc|table-of-contents|permissions-link|download-links?|article-tools|comments?|subscribe|visually-hidden|sr-only|screen-reader-text|reflinks|ref-links|c-article-references__links|xref-links)(?:$|[\\s_-])");

    /** What an aside or a footer of the article itself is named that holds its notes or a box of its text. */
    private static final Pattern OF_THE_ARTICLE = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:doc-)?(?:footnotes?|endnotes?|notes?|fn-group|box(?:ed)?(?:-text)?|callout|key-?(?:points?|messages?)|pullquote|tip)(?:$|[\\s_-])");

    private MarkupContent() {}

    /** The article's own element where the page has one that holds most of its paragraphs, else the body. */
    static Element of(Document page) {
        Element best = page.body();
        int all = paragraphs(page.body());
        for (Element candidate :
                page.select("article, main, [role=main], [itemprop=articleBody], #content, .article")) {
            int own = paragraphs(candidate);
            if (own * 10 >= all * 8 && candidate.parents().contains(best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static int paragraphs(Element element) {
        int length = 0;
        for (Element paragraph : element.getElementsByTag("p")) {
            length += paragraph.text().length();
        }
        return length;
    }

    /** Whether the page shows an element struck out, or not at all. */
    static boolean isHidden(Element element) {
        return STRUCK.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || element.hasAttr("style") && MarkupStyles.hide(element.attr("style"));
    }

    private static boolean isOfTheArticle(Element element) {
        String names =
                element.className() + ' ' + element.id() + ' ' + element.attr("role") + ' ' + element.attr("epub:type");
        return OF_THE_ARTICLE.matcher(names).find();
    }

    /** Whether an element belongs to the site, not to the article: menus, banners, tools, what cannot be seen. */
    static boolean isBoilerplate(Element element) {
        String tag = element.normalName();
        if (DROPPED.contains(tag)) {
            return !(tag.equals("aside") || tag.equals("footer")) || isHidden(element) || !isOfTheArticle(element);
        }
        if (tag.equals("header") && element.closest("article, main") == null) {
            return true;
        }
        if (isHidden(element)) {
            return true;
        }
        String role = element.attr("role");
        if (role.matches("navigation|banner|contentinfo|search|complementary|menu|dialog|toolbar")) {
            return true;
        }
        String names = element.className() + ' ' + element.id();
        return !names.isBlank()
                && !tag.equals("body")
                && BOILERPLATE.matcher(names).find()
                && element.text().length() < 20_000
                && element.select("p").size() < 15;
    }
}
