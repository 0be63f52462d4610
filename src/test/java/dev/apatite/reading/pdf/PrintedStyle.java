package dev.apatite.reading.pdf;

import java.util.Locale;

/** The stylesheet of a {@link PrintedLayout}. */
final class PrintedStyle {
    private final PrintedLayout layout;
    private final String head;

    PrintedStyle(PrintedLayout layout, String head) {
        this.layout = layout;
        this.head = head;
    }

    String css() {
        String size = String.format(Locale.ROOT, "%.1fpt", layout.size());
        return """
                @page { size: A4; margin: 22mm 18mm 20mm;
                  @top-center { content: "%s"; font: 7.5pt "%s" }
                  @bottom-right { content: counter(page); font: 7.5pt "%s" } }
                body { font: %s/1.25 "%s"; margin: 0; text-align: %s }
                main { column-count: %d; column-gap: 7mm }
                p { margin: 0 0 %s; text-indent: %s }
                .kicker { font-size: 9pt; letter-spacing: .5pt }
                .doi, .cite { font-size: 7.5pt; margin: 1mm 0 }
                .authors { margin: 3mm 0; font-size: 10.5pt; text-align: left }
                .addresses, .foot { font-size: 7.5pt; margin-bottom: 3mm; text-align: left }
                .front { display: grid; grid-template-columns: 38mm 1fr; gap: 6mm }
                .wrap .side { float: left; width: 38mm; margin-right: 6mm }
                .side { font-size: 7.5pt; text-align: left }
                .icon { display: inline-block; font: 5pt "Liberation Sans"; background: #a6ce39; color: #fff; border-radius: 4pt }
                .blocks { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 3mm; text-align: center }
                .blocks .person, .lines .person { font-size: 9pt }
                .abstract { margin: 3mm 0; clear: none }
                .ah { font-weight: bold; font-size: 11pt }
                .keywords { text-indent: 0; margin: 2mm 0 4mm; clear: both }
                .abstract.box { border: 1px solid #555; background: #eee; padding: 3mm }
                .abstract.own_page { break-before: page; break-after: page }
                .abstract.bold_without_heading { font-weight: bold }
                .small, .footing, .rights { font-size: 7pt; margin: 1.5mm 0; text-align: left }
                .masthead { text-align: center; background: #eee; padding: 2mm; margin-bottom: 3mm }
                .slanted { font-style: italic }
                .ruled { border-top: 1px solid; border-bottom: 1px solid; padding: 2mm 0; margin: 2mm 0 }
                .spaced { letter-spacing: 2pt; font-size: 8.5pt; border-bottom: 1px solid; margin-bottom: 1mm }
                .kh { font-weight: bold; font-size: 8pt }
                .abstract.strong { font-weight: bold; font-size: 95%% }
                .abstract.smaller { font-size: 90%% }
                .abstract.tinted { background: #eef; padding: 2mm }
                .footing { border-top: 1px solid #999; padding-top: 1mm }
                .float { break-inside: avoid; margin: 3mm 0; text-align: left }
                .wide { column-span: all }
                .picture { height: 25mm; background: linear-gradient(#ccc, #777) }
                .caption, table { font-size: 85%% }
                table { border-top: 1px solid; border-bottom: 1px solid; width: 100%%; border-collapse: collapse }
                td { overflow-wrap: anywhere; padding: .5mm 1.5mm .5mm 0; vertical-align: top; text-align: left }
                tr:first-child td { border-bottom: 1px solid }
                .boxed { border: 1px solid #333; padding: 2mm; margin: 2mm 0 }
                .refs { font-size: 88%%; text-align: left }
                .ref { padding-left: 5mm; text-indent: -5mm; margin-bottom: 1mm }
                .drop::first-letter { font-size: 330%%; float: left; line-height: .8; padding-right: 1mm }
                sup, sub { font-size: 65%%; line-height: 0 }
                h1, h2, h3, h4 { text-align: left; break-after: avoid }
                h3, h4 { font-size: 105%%; margin: 2mm 0 1mm }
                h4 { font-style: italic; font-weight: normal }
                """.formatted(
                                head,
                                layout.font(),
                                layout.font(),
                                size,
                                layout.font(),
                                layout.align(),
                                layout.columns(),
                                layout.indent() ? "0" : "1.5mm",
                                layout.indent() ? "4mm" : "0")
                + title()
                + heading();
    }

    private String title() {
        return switch (layout.title()) {
            case LEFT -> "h1 { font-size: 18pt; margin: 2mm 0 }";
            case CENTRED -> "h1 { font-size: 16pt; text-align: center } .authors { text-align: center }";
            case CAPITALS -> "h1 { font-size: 14pt; text-transform: uppercase }";
            case SMALL_BOLD -> "h1 { font-size: 12pt; font-weight: bold; margin: 1mm 0 }";
        };
    }

    private String heading() {
        return switch (layout.heading()) {
            case BOLD, RUN_IN -> "h2 { font-size: 110%; margin: 3mm 0 1mm }";
            case CAPITALS -> "h2 { font-size: 100%; text-transform: uppercase; margin: 3mm 0 1mm }";
            case BOX -> "h2 { font-size: 100%; background: #245; color: #fff; padding: 1mm 2mm; margin: 3mm 0 1mm }";
            case CENTRED -> "h2 { font-size: 105%; text-align: center; font-weight: normal; margin: 3mm 0 1mm }";
            case LETTER_SPACED ->
                "h2 { font-size: 100%; letter-spacing: 2pt; text-transform: uppercase; margin: 3mm 0 1mm }";
            case COLOURED -> "h2 { font-size: 125%; color: #a22; font-weight: normal; margin: 4mm 0 1mm }";
            case SMALL_CAPS -> "h2 { font-size: 110%; font-variant: small-caps; margin: 3mm 0 1mm }";
        };
    }
}
