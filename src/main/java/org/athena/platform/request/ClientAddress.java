package org.athena.platform.request;

import java.util.Arrays;
import java.util.HexFormat;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;

/** The address of the caller. Forwarding headers count when the proxy is trusted ({@code ATHENA_TRUSTED_PROXIES}). */
public final class ClientAddress {

    /** An IPv4 address written as one of version 6 begins with ten zero bytes and two that are all ones (RFC 4291, section 2.5.5.2). */
    private static final int MAPPED_BYTES = 12;

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /**
     * The address as whoever counts calls has to see it: one client with IPv6 usually has a whole /64 network (RFC 6177) and would
     * otherwise bring a new address for each call.
     *
     * @return an IPv4 address, the network of an IPv6 address, or an empty text when the connection has none, as over a Unix socket
     */
    public static String of(HttpServerRequest request) {
        String address =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return address == null ? "" : counted(address);
    }

    static String counted(String address) {
        byte[] bytes = address.indexOf(':') < 0 ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length == 4) {
            return address;
        }
        byte[] mapped = new byte[MAPPED_BYTES];
        mapped[10] = mapped[11] = (byte) 0xff;
        return Arrays.equals(bytes, 0, MAPPED_BYTES, mapped, 0, MAPPED_BYTES)
                ? NetUtil.bytesToIpAddress(Arrays.copyOfRange(bytes, MAPPED_BYTES, bytes.length))
                : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64";
    }
}
