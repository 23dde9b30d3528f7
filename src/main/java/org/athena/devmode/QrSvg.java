package org.athena.devmode;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as an SVG, without the characters that end a data URL. */
final class QrSvg {

    private static final int BORDER = 4;

    private QrSvg() {}

    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder modules = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    modules.append("M%d %dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        int size = code.size + 2 * BORDER;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$d" height="%2$d" \
                shape-rendering="crispEdges"><rect width="%1$d" height="%1$d" fill="white"/>\
                <path d="%3$s" fill="black"/></svg>""".formatted(size, size * 4, modules);
    }
}
