package org.athena.platform.start;

import java.net.BindException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.athena.platform.settings.RefusedException;
import org.athena.platform.settings.Secrets;
import org.athena.platform.settings.VariableNames;

import io.quarkus.runtime.QuarkusBindException;

/**
 * Explains in one line why a start failed, for a person at a terminal.
 *
 * @param fault the exception that ended the start
 * @param environment the process environment
 */
public record StartFailure(Throwable fault, Map<String, String> environment) {

    private static final int MAX_CAUSES = 20;
    private static final String REFUSING = "refusing to start: ";
    /** Messages of Quarkus and of SmallRye Config (SRCFG00014, SRCFG00039, SRCFG00040). */
    private static final Pattern SETTING = Pattern.compile("config(?:uration)? property '?([a-z][\\w.\\-\"]*)");

    private static final Pattern MANAGEMENT = Pattern.compile("management interface on (\\S+):(\\d+)");

    /** The line: the fault and the variable to check, without a secret. */
    public String line() {
        String line = refusal().or(this::port).or(this::setting).orElseGet(() -> VariableNames.in(unforeseen()));
        return new Secrets(environment).hiddenIn(line).strip().replaceAll("\\s+", " ");
    }

    /** Whether the fault is unexpected; then the log also contains the stack trace. */
    public boolean isUnforeseen() {
        return refusal().or(this::port).or(this::setting).isEmpty();
    }

    private Optional<String> refusal() {
        return causes().filter(RefusedException.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
    }

    private Optional<String> port() {
        Optional<BindException> refused = causes(BindException.class);
        return causes(QuarkusBindException.class)
                .map(bind -> port(variable(bind.getPort()), bind.getHost() + ":" + bind.getPort()))
                .or(() -> refused.flatMap(bind -> messages()
                        .map(MANAGEMENT::matcher)
                        .filter(Matcher::find)
                        .map(at -> port("MANAGEMENT_PORT", at.group(1) + ":" + at.group(2)))
                        .findFirst()))
                .or(() -> refused.map(bind -> port("PORT", "its address")));
    }

    /** The texts come from the C library. */
    private String port(String variable, String address) {
        List<String> said = messages().toList();
        if (said.stream().anyMatch(message -> message.contains("Permission denied"))) {
            return REFUSING + variable + ": the service may not listen at " + address
                    + "; ports from 1024 on are free to use";
        }
        return said.stream().anyMatch(message -> message.contains("Cannot assign requested address"))
                ? REFUSING + variable + ": " + address + " is not an address of this machine"
                : REFUSING + variable + ": " + address + " is in use by another process";
    }

    private String variable(int port) {
        return environment.getOrDefault("MANAGEMENT_PORT", "9000").strip().equals(String.valueOf(port))
                ? "MANAGEMENT_PORT"
                : "PORT";
    }

    /** The value is not repeated, because it may be a secret in the wrong variable. */
    private Optional<String> setting() {
        List<String> variables = messages()
                .flatMap(message -> SETTING.matcher(message).results())
                .map(found -> VariableNames.of(found.group(1)))
                .distinct()
                .toList();
        return variables.isEmpty()
                ? Optional.empty()
                : Optional.of(REFUSING + String.join(", ", variables) + ": the value is missing or cannot be read");
    }

    private String unforeseen() {
        Throwable root = causes().reduce((outer, inner) -> inner).orElse(fault);
        String message = root.getMessage() == null ? "" : ": " + root.getMessage();
        return "ended by an unexpected fault, which the log shows: "
                + root.getClass().getSimpleName() + message;
    }

    private Stream<String> messages() {
        return causes().map(Throwable::getMessage).filter(Objects::nonNull);
    }

    private <T extends Throwable> Optional<T> causes(Class<T> type) {
        return causes().filter(type::isInstance).map(type::cast).findFirst();
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }

    @Override
    public String toString() {
        return "StartFailure[…]";
    }
}
