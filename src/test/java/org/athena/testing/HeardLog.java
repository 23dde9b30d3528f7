package org.athena.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;

/** Hears some of what is logged, from when it is made until it is closed. */
public class HeardLog extends Handler implements AutoCloseable {

    private final Predicate<LogRecord> wanted;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private HeardLog(Predicate<LogRecord> wanted) {
        this.wanted = wanted;
        Logger.getLogger("").addHandler(this);
    }

    /** Hears every error, and every stack trace. */
    public static HeardLog ofFaults() {
        return new HeardLog(
                line -> atLeast(line, Level.SEVERE) || atLeast(line, Level.INFO) && line.getThrown() != null);
    }

    /** Hears the warnings and errors of one class. */
    public static HeardLog ofWarningsBy(Class<?> type) {
        return new HeardLog(
                line -> atLeast(line, Level.WARNING) && type.getName().equals(line.getLoggerName()));
    }

    private static boolean atLeast(LogRecord line, Level level) {
        return line.getLevel().intValue() >= level.intValue();
    }

    /** What was heard since the last time somebody asked. */
    public List<String> take() {
        List<String> taken = List.copyOf(heard);
        heard.removeAll(taken);
        return taken;
    }

    @Override
    public void publish(LogRecord line) {
        if (wanted.test(line)) {
            String message =
                    line instanceof ExtLogRecord formatted ? formatted.getFormattedMessage() : line.getMessage();
            heard.add(line.getThrown() == null ? message : message + " " + line.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
