package org.athena.platform.edge.connection;

import java.util.List;

import org.jboss.logging.Logger;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Reads requests as Netty does, but refuses requests that a proxy might read in another way. The answer is a 400 without a body,
 * in the order of the requests. Later bytes on the connection are discarded, and the connection is closed.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private static final Logger LOG = Logger.getLogger(StrictRequestDecoder.class);

    private final HeadLines lines = new HeadLines();
    private boolean inBody;
    private boolean refused;

    StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    /** Whether a head has begun and the rest has not arrived. */
    boolean awaitsHead() {
        return !inBody && !refused && (lines.begun() || actualReadableBytes() > 0);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        String fault = refused || inBody ? null : lines.fault(in);
        if (fault != null) {
            out.add(refuse(createInvalidMessage(), fault));
        }
        if (refused) {
            in.skipBytes(in.readableBytes());
            return;
        }
        int before = out.size();
        super.decode(context, in, out);
        for (int i = before; i < out.size(); i++) {
            look(out, i);
        }
    }

    private void look(List<Object> out, int index) {
        if (out.get(index) instanceof HttpRequest request) {
            inBody = true;
            lookAtHead(request);
        }
        if (out.get(index) instanceof LastHttpContent) {
            inBody = false;
        }
    }

    private void lookAtHead(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return;
        }
        String fault = RequestFraming.fault(request);
        if (fault != null) {
            refuse(request, fault);
        } else if (endsConnection(request)) {
            request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }

    /** Whether a request is refused with a problem, by a route or before one, and leaves doubt about the bytes after it. */
    private static boolean endsConnection(HttpRequest request) {
        Addressee addressee = new Addressee(
                request.method().name(),
                request.uri(),
                request.headers().getAll(HttpHeaderNames.HOST),
                request.protocolVersion() == HttpVersion.HTTP_1_1);
        return addressee.forProxies() || addressee.fault() != null;
    }

    private HttpMessage refuse(HttpMessage request, String fault) {
        LOG.debugf("a request is refused: %s", fault);
        refused = true;
        request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(fault)));
        return request;
    }
}
