package org.athena.devmode;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The page on which a developer reads the mails, on a telephone too. */
final class MailPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Mails of the stand-in</title>
            <style>
              :root { color-scheme: light dark }
              body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 1rem }
              article { border: 1px solid #8888; border-radius: .5rem; padding: .75rem 1rem; margin: 1rem 0 }
              h2 { font-size: 1rem; margin: 0; overflow-wrap: anywhere }
              p { margin: .25rem 0; overflow-wrap: anywhere }
              article a { display: inline-block; padding: .6rem 1rem; border: 1px solid; border-radius: .5rem; margin: .5rem 0 }
              b { font: 1.25rem monospace; letter-spacing: .1em }
              small { opacity: .75 }
              input, button { font: inherit; padding: .5rem; max-width: 100%; box-sizing: border-box }
            </style>
            <h1>Mails</h1>
            <p>The newest first. Nothing was sent. A newer link of an account ends the older one.</p>
            """;

    private static final String CODES = """
            <form action="/standin/code"><p>Code of the second factor of</p>
            <input type="email" name="email" size="28" value="superadmin@athena.example"> <button>Show</button></form>
            """;

    private MailPage() {}

    static String of(List<Mail> mails) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Mail mail : mails) {
            page.append("""
                    <article>
                    <h2>%s</h2>
                    <p><small>%s · <time datetime="%s">%s</time></small></p>
                    <p><a href="%s">Open the link</a></p>
                    <p>or type <b>%s</b></p>
                    <p><small>leads to %s</small></p>
                    </article>
                    """.formatted(
                            escaped(mail.to()),
                            mail.kind(),
                            mail.at(),
                            TIME.format(mail.at()),
                            escaped(mail.link().toString()),
                            mail.code(),
                            mail.redirectTo() == null ? "the site" : escaped(mail.redirectTo())));
        }
        return page.append(mails.isEmpty() ? "<p>None yet.</p>" : "")
                .append(CODES)
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
