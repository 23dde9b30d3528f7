package org.athena.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the service logs as an error or with a stack trace, from when it is made until it is closed. */
public class LoudLog extends Handler implements AutoCloseable {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    public LoudLog() {
        Logger.getLogger("").addHandler(this);
    }

    /** What was heard since the last time somebody asked. */
    public List<String> take() {
        List<String> taken = List.copyOf(heard);
        heard.removeAll(taken);
        return taken;
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()
                || line.getThrown() != null && line.getLevel().intValue() >= Level.INFO.intValue()) {
            heard.add(line.getLevel() + " " + line.getMessage() + " " + line.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
