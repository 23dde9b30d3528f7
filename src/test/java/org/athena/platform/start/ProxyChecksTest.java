package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyChecksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.7",
                "10.0.0.0/8",
                "10.0.0.7/32, 192.168.0.0/16,172.16.0.0/12",
                "::1",
                "fd00::/8",
                "fc00::/7",
                "2001:db8::7/128",
                "localhost",
                "proxy.internal",
                "10.0.0.7,"
            })
    void proxiesAreAddressesNetworksAndNames(String proxies) {
        assertThat(new ProxyChecks(Optional.of(proxies)).faults()).isEmpty();
    }

    @Test
    void noneAreNone() {
        assertThat(new ProxyChecks(Optional.empty()).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 0.0.0.0/0",
        "10.0.0.7/0, 10.0.0.7/0",
        "0.0.0.0/1, 0.0.0.0/1",
        "128.0.0.0/1, 128.0.0.0/1",
        "10.0.0.0/7, 10.0.0.0/7",
        "::/0, ::/0",
        "2000::/3, 2000::/3",
        "'10.0.0.7, 0.0.0.0/0', 0.0.0.0/0"
    })
    void aNetworkThatCoversTheInternetIsRefused(String proxies, String network) {
        assertThat(new ProxyChecks(Optional.of(proxies)).faults())
                .singleElement()
                .asString()
                .startsWith("ATHENA_TRUSTED_PROXIES: ")
                .endsWith(network + " would trust every caller; list the proxies or their network");
    }
}
