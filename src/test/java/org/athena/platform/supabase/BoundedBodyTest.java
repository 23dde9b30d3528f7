package org.athena.platform.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

class BoundedBodyTest {

    private static final int MAX = 10;

    @Test
    void aBodyOfTheGreatestLengthIsRead() throws IOException {
        assertThat(BoundedBody.read(new ByteArrayInputStream(new byte[MAX]), MAX))
                .hasSize(MAX);
    }

    @Test
    void nothingIsAnEmptyBody() throws IOException {
        assertThat(BoundedBody.read((InputStream) null, MAX)).isEmpty();
    }

    @Test
    void nothingIsReadBehindTheFirstByteTooMany() {
        assertThatThrownBy(() -> BoundedBody.read(new Endless(MAX + 1), MAX))
                .isInstanceOf(IOException.class)
                .hasMessage("more than 10 bytes");
    }

    /** Never ends, and tolerates only so many reads. */
    private static class Endless extends InputStream {

        private int left;

        Endless(int bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            if (left-- == 0) {
                throw new AssertionError("read too far");
            }
            return 'x';
        }
    }
}
