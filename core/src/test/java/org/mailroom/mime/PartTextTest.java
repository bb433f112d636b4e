package org.mailroom.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTextTest {

  @ParameterizedTest
  @CsvSource({
    "text/plain; charset=gb2312, GB18030, 镕基会议",
    "text/plain; charset=\"gbk\", GBK, 会议",
    "text/plain; charset=Big5, Big5, 會議",
    "text/html; charset=utf-8, UTF-8, 會議",
    "text/plain; charset=us-ascii, UTF-8, 會議",
    "text/plain, UTF-8, 會議",
    "text/plain; charset=klingon, ISO-8859-1, café",
    "text/plain; charset=\"a b\", ISO-8859-1, café",
    "text/plain; charset=\"\", ISO-8859-1, café",
  })
  void theCharsetIsWhatThePartSays(String type, String charset, String text) throws IOException {
    MimePart part = new MimePart(0, 0, 0, 0, 0, List.of(new MimeField("content-type", type)));
    StringWriter read = new StringWriter();
    PartText.open(new ByteArrayInputStream(text.getBytes(Charset.forName(charset))), part)
        .transferTo(read);
    assertThat(read).hasToString(text);
  }
}
