package org.athena.devmode;

import java.net.URI;

/** Where the page is: links of mails lead there when the request names no address that is allowed. */
class Site {

    private volatile String url;

    /** @param url until somebody says where the page is */
    Site(String url) {
        this.url = url;
    }

    void url(String known) {
        url = known;
    }

    String url() {
        return url;
    }

    /** Its host, with the port when there is one. */
    String host() {
        return URI.create(url).getAuthority();
    }
}
