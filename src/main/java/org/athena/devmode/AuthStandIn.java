package org.athena.devmode;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;

/**
 * A stand-in for Supabase Auth, for dev mode and tests: good enough for the real client library, on a port of its own,
 * reachable from this machine only.
 */
public class AuthStandIn implements AutoCloseable {

    private final Accounts accounts = new Accounts();
    private final Sessions sessions = new Sessions();
    private final SigningKeys keys = new SigningKeys();
    private final String anonKey = "sb_publishable_" + UUID.randomUUID();
    private final List<String> serviceKeys = new CopyOnWriteArrayList<>(List.of(secretKey()));
    private final Interference interference = new Interference();
    private final Mailbox mailbox = new Mailbox();
    private final StandInServer server;
    private final Site site;
    private final AccessTokens tokens;
    private final MailRoutes mails;
    private final UserRoutes users;

    /**
     * @param lifeSeconds how long an access token lives
     * @throws IOException when no port is free
     */
    public AuthStandIn(long lifeSeconds) throws IOException {
        this(lifeSeconds, InstantSource.system());
    }

    /** @param clock what second factors and the codes of PKCE go by */
    AuthStandIn(long lifeSeconds, InstantSource clock) throws IOException {
        server = new StandInServer(new StandInServer.ApiKeys(anonKey, serviceKeys), keys, interference);
        site = new Site(url());
        tokens = new AccessTokens(url() + "/auth/v1", keys, lifeSeconds);
        Grants grants = new Grants(sessions, tokens);
        OneTimeTokens pending = new OneTimeTokens();
        Flows flows = new Flows(clock);
        Mailer mailer = new Mailer(url(), site, mailbox, pending, flows);
        EmailChange change = new EmailChange(accounts, mailer, mailbox);
        mails = new MailRoutes(accounts, mailer, change);
        VerifyRoutes verify = new VerifyRoutes(accounts, grants, pending, flows, change, site);
        FactorRoutes factors = new FactorRoutes(sessions, grants, site, clock);
        UserRoutes.Routes routes = new UserRoutes.Routes(
                new TokenRoutes(accounts, sessions, grants, flows), mails, verify, factors, change);
        users = new UserRoutes(accounts, sessions, tokens, grants, pending, routes);
        AdminRoutes admin = new AdminRoutes(accounts, sessions, mails, pending);
        ControlRoutes control = new ControlRoutes(accounts, keys, tokens, factors, mailbox);
        server.start(new StandInServer.Routes(users, admin, verify, control));
    }

    /** The address that takes the place of the project's. */
    public final String url() {
        return server.url();
    }

    /** The key that clients send. */
    public String anonKey() {
        return anonKey;
    }

    /** The backend's key: the oldest key that is still valid. */
    public String serviceKey() {
        return serviceKeys.get(0);
    }

    /** Makes another key for the backend; the other keys stay valid. */
    public String newServiceKey() {
        String key = secretKey();
        serviceKeys.add(key);
        return key;
    }

    /** Makes the key invalid. */
    public void deleteServiceKey(String key) {
        serviceKeys.remove(key);
    }

    private static String secretKey() {
        return "sb_secret_" + UUID.randomUUID();
    }

    /** Adds a confirmed account; one that is there already stays as it is. */
    public void account(UUID id, String email, String password) {
        accounts.add(id, email, password, true);
    }

    /** Adds an account that was invited, with the mail, whose link leads to that address. */
    void invited(UUID id, String email, String redirectTo) {
        accounts.add(id, email, null, false).ifPresent(account -> mails.invite(account, redirectTo));
    }

    /** Whether there is an account with that id. */
    public boolean hasAccount(UUID id) {
        return accounts.find(id).isPresent();
    }

    /** The e-mail of the account. */
    public String email(UUID id) {
        return accounts.find(id).orElseThrow().email;
    }

    /** The account's {@code app_metadata}, with the hint about schools and roles. */
    public Map<String, Object> appMetadata(UUID id) {
        return accounts.find(id).orElseThrow().appMetadata;
    }

    /** The next request of that method and path is carried out, and then answered as if it had failed. */
    public void loseAnswerOf(String route) {
        interference.loseAnswerOf(route);
    }

    /** The next request of that method and path fails and does nothing. */
    public void fail(String route) {
        interference.fail(route);
    }

    /** Requests of that method and path wait at the barrier before they are carried out, until it opens once. */
    public void meet(String route, CyclicBarrier barrier) {
        interference.meet(route, barrier);
    }

    /** The mails that would have been sent, the newest first. */
    public List<Mail> mails() {
        return mailbox.all();
    }

    /**
     * Limits mails as a project does: {@code 429 over_email_send_rate_limit} without {@code Retry-After}.
     *
     * @param perAccount the shortest time between two mails to one account; 60 seconds at Supabase
     * @param most how many go in a window to all accounts; 30 in an hour at Supabase without an SMTP server of one's own
     * @param window the length of the window
     */
    public void mailLimits(Duration perAccount, int most, Duration window) {
        mailbox.limit(new Mailbox.Limits(perAccount, most, window));
    }

    /** Where the links of mails lead when the request names no address that is allowed. */
    public void siteUrl(String url) {
        site.url(url);
    }

    /** Whether a sign-up is confirmed without a mail, as {@code mailer_autoconfirm} of a project says. */
    public void autoconfirm(boolean on) {
        users.autoconfirm(on);
    }

    /** How long the access tokens live that are issued from now on. */
    public void tokenLife(Duration life) {
        tokens.life(life.toSeconds());
    }

    /** How often that method and path was called since the start; an id in a path is {@code {id}}. */
    public int calls(String route) {
        return interference.calls(route);
    }

    /** Signs with a new key from now on. */
    public void rotate() {
        keys.rotate();
    }

    @Override
    public void close() {
        server.close();
    }
}
