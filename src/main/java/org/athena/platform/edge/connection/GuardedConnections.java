package org.athena.platform.edge.connection;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

import org.jboss.logging.Logger;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;

/**
 * Adds a guard to every connection of the API's port. Neither Quarkus nor Vert.x allows code to reach a connection before its
 * first request, so the listening socket is looked up among the channels of the event loops
 * (docs/decisions/refused-before-a-route.md).
 */
@ApplicationScoped
class GuardedConnections {

    private static final Logger LOG = Logger.getLogger(GuardedConnections.class);

    private final Vertx vertx;
    private final HttpServer server;
    private final ConnectionConfig config;

    GuardedConnections(Vertx vertx, HttpServer server, ConnectionConfig config) {
        this.vertx = vertx;
        this.server = server;
        this.config = config;
    }

    /** Ends the service when its connections cannot be guarded. */
    void begin(@ObservesAsync HttpServerStart start) throws InterruptedException, ExecutionException {
        VertxInternal loops = (VertxInternal) vertx;
        HttpServerOptions options = start.options();
        int found = each(
                loops.getAcceptorEventLoopGroup(),
                this::listens,
                socket -> socket.pipeline().addFirst(new GuardEach(options)));
        if (found == 0) {
            LOG.errorf("the connections cannot be guarded: nothing is seen to listen on port %d", server.getPort());
            Quarkus.asyncExit(1);
        }
        // The connections that were opened between the start of listening and now.
        each(loops.getEventLoopGroup(), channel -> listens(channel.parent()), channel -> guard(channel, options));
    }

    private boolean listens(Channel channel) {
        return channel instanceof ServerChannel
                && channel.localAddress() instanceof InetSocketAddress address
                && address.getPort() == server.getPort();
    }

    /** Runs the action in each channel's event loop. */
    private static int each(EventLoopGroup loops, Predicate<Channel> chosen, Consumer<Channel> action)
            throws InterruptedException, ExecutionException {
        int count = 0;
        for (EventExecutor loop : loops) {
            count += loop.submit(() -> each((SingleThreadEventLoop) loop, chosen, action))
                    .get();
        }
        return count;
    }

    private static int each(SingleThreadEventLoop loop, Predicate<Channel> chosen, Consumer<Channel> action) {
        List<Channel> channels = new ArrayList<>();
        loop.registeredChannelsIterator().forEachRemaining(channels::add);
        channels.removeIf(chosen.negate());
        channels.forEach(action);
        return channels.size();
    }

    private void guard(Channel connection, HttpServerOptions options) {
        connection
                .pipeline()
                .addFirst(new ConnectionGuard(options, config.headDeadline().toMillis()));
    }

    /** Runs before the listening socket's own handler, which prepares a connection. */
    private final class GuardEach extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions options;

        GuardEach(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            guard((Channel) connection, options);
            context.fireChannelRead(connection);
        }
    }
}
