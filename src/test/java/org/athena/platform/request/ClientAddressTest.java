package org.athena.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8:1:2::7, 20010db800010002/64",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
        "::1, 0000000000000000/64",
        "unknown, unknown",
        "_hidden:x, _hidden:x"
    })
    void anAddressIsCountedAs(String address, String counted) {
        assertThat(ClientAddress.counted(address)).isEqualTo(counted);
    }

    @Test
    void twoNetworksAreTwoClients() {
        assertThat(ClientAddress.counted("2001:db8:1:2::7")).isNotEqualTo(ClientAddress.counted("2001:db8:1:3::7"));
    }
}
