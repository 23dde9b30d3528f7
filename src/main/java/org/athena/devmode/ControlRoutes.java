package org.athena.devmode;

/** What the real server does not have: the mails to read, the codes of second factors, and what a test changes from outside. */
class ControlRoutes {

    private static final String MAILS = "/mails";
    private static final String CONTROL = "/standin/";

    private final Accounts accounts;
    private final SigningKeys keys;
    private final AccessTokens tokens;
    private final FactorRoutes factors;
    private final Mailbox mailbox;

    ControlRoutes(Accounts accounts, SigningKeys keys, AccessTokens tokens, FactorRoutes factors, Mailbox mailbox) {
        this.accounts = accounts;
        this.keys = keys;
        this.tokens = tokens;
        this.factors = factors;
        this.mailbox = mailbox;
    }

    static boolean has(String path) {
        return path.equals(MAILS) || path.startsWith(CONTROL);
    }

    Reply route(String method, String path, Parameters query) {
        switch (method + " " + path) {
            case "GET " + MAILS -> {
                return Reply.ok(mailbox);
            }
            // For a test that cannot read the page.
            case "GET " + CONTROL + "mails" -> {
                return Reply.ok(mailbox.all().stream().map(Mail::view).toList());
            }
            // In place of the person's telephone.
            case "GET " + CONTROL + "code" -> {
                return factors.code(accounts.byEmail(query.get("email")));
            }
            case "POST " + CONTROL + "token-life" -> tokens.life(Long.parseLong(query.get("seconds")));
            case "POST " + CONTROL + "rotate" -> keys.rotate();
            case "POST " + CONTROL + "withdraw" -> keys.withdrawOld();
            default -> {
                return Reply.error(404, "not_found", "There is nothing here");
            }
        }
        return Reply.empty();
    }
}
