package org.athena.platform.edge.connection;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.http.HttpServerOptions;

/**
 * The first handler of a connection. It replaces the server's decoder by ours, and closes the connection when the head of a
 * request is not complete in time. The server's own idle timeout starts again with each byte. HTTP/2 has frames and needs
 * neither, so the guard removes itself once a connection uses HTTP/2.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(ConnectionGuard.class);

    /** The name of Vert.x's own decoder. */
    private static final String DECODER = "httpDecoder";

    private final HttpServerOptions options;
    private final long deadlineMillis;
    private StrictRequestDecoder decoder;
    private Future<?> deadline;

    ConnectionGuard(HttpServerOptions options, long deadlineMillis) {
        this.options = options;
        this.deadlineMillis = deadlineMillis;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        // Where HTTP/2 is allowed too, the first bytes show the protocol. None of them may reach another decoder than
        // ours.
        while (!settled(context.pipeline()) && message instanceof ByteBuf bytes && bytes.readableBytes() > 1) {
            context.fireChannelRead(bytes.readRetainedSlice(1));
        }
        context.fireChannelRead(message);
        if (!settled(context.pipeline()) || decoder != null && decoder.awaitsHead()) {
            begin(context);
            return;
        }
        cancel();
        if (decoder == null) {
            context.pipeline().remove(this);
        }
    }

    /** Whether the protocol is known; then the handlers have been replaced. */
    private boolean settled(ChannelPipeline pipeline) {
        if (decoder != null) {
            return true;
        }
        ChannelHandler found = pipeline.get(DECODER);
        if (found != null) {
            decoder = new StrictRequestDecoder(options);
            pipeline.replace(found, DECODER, decoder);
        }
        return found != null || pipeline.get(Http2ConnectionHandler.class) != null;
    }

    private void begin(ChannelHandlerContext context) {
        if (deadline == null) {
            deadline = context.executor().schedule(() -> end(context), deadlineMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void end(ChannelHandlerContext context) {
        deadline = null;
        if (context.channel().config().isAutoRead()) {
            LOG.debug("a connection is ended: the head of its request did not come in time");
            context.close();
        } else {
            // The server does not read at the moment, because it is busy with the request before.
            begin(context);
        }
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }
}
