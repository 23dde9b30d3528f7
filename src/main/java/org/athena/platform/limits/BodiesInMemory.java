package org.athena.platform.limits;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;

/**
 * Counts the bytes of request bodies in this instance's memory, from their arrival until their requests have been answered. A
 * user may have one file of the largest size and some small bodies at once. All users together may have 32 MiB of files and 32 MiB
 * of other bodies, of the 512 MiB that an instance has: files in arrival never keep a small body out. Only bytes that have arrived
 * count.
 */
@Singleton
public class BodiesInMemory {

    private static final int MIB = 1024 * 1024;
    static final int OF_A_USER = 8 * MIB;
    static final int OF_ALL = 32 * MIB;

    /** The two kinds of bodies, each of which has its own share of the instance. */
    public enum Kind {
        FILE,
        OTHER
    }

    private final ConcurrentHashMap<UUID, Integer> users = new ConcurrentHashMap<>();
    private final Map<Kind, AtomicLong> all = Map.of(Kind.FILE, new AtomicLong(), Kind.OTHER, new AtomicLong());

    /** Begins the count for the body of one request; {@link Body#forget} must follow in every case. */
    public Body of(UUID user, Kind kind) {
        return new Body(user, all.get(kind));
    }

    /** The bytes of one body that have arrived. */
    public final class Body {

        private final UUID user;
        private final AtomicLong ofKind;
        private int bytes;
        private boolean forgotten;

        private Body(UUID user, AtomicLong ofKind) {
            this.user = user;
            this.ofKind = ofKind;
        }

        /**
         * Counts a part that has arrived.
         *
         * @throws ProblemException 429 when the user has reached their limit, 503 when the instance has reached its limit
         */
        public synchronized void keep(int part) {
            if (forgotten) {
                return;
            }
            bytes += part;
            boolean instanceIsFull = ofKind.addAndGet(part) > OF_ALL;
            if (users.merge(user, part, Integer::sum) > OF_A_USER) {
                throw again(
                        ProblemCode.RATE_LIMITED,
                        "You are sending too much at once. Wait until one of your requests has been answered.");
            }
            if (instanceIsFull) {
                throw again(
                        ProblemCode.UNAVAILABLE, "Too much is being sent to the service at once. Try again shortly.");
            }
        }

        /** The request is over. A part that arrives later is not kept and not counted. */
        public synchronized void forget() {
            if (!forgotten) {
                forgotten = true;
                ofKind.addAndGet(-bytes);
                users.computeIfPresent(user, (id, kept) -> kept == bytes ? null : kept - bytes);
            }
        }

        private static ProblemException again(ProblemCode code, String detail) {
            return new ProblemException(code, detail).header("Retry-After", "1");
        }
    }
}
