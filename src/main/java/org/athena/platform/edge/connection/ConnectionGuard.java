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
 * Stands before everything else on a connection: puts our decoder in the place of the server's, and ends the connection when a
 * head that has begun is not complete in time. The server's own idle time begins anew with each byte. HTTP/2 has frames and
 * needs neither; once a connection speaks it, the guard leaves.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(ConnectionGuard.class);

    /** The name under which Vert.x keeps its own. */
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
        // Where HTTP/2 is spoken too, the first bytes show which it is: none of them reaches another decoder than ours.
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

    /** Whether it is known what the connection speaks, and done what has to be done then. */
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
            // It is the server that does not read, because it is busy with the request before.
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
