package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderAddressesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ann@corp.test                                | ann@corp.test
          <ann@corp.test>                              | ann@corp.test
          Ann Smith <ann@corp.test>                    | ann@corp.test
          "Smith, Ann" <ann@corp.test>, bob@corp.test  | ann@corp.test bob@corp.test
          ann@corp.test (Ann, of (the) \\) office)     | ann@corp.test
          "a<b>c" <ann@corp.test>                      | ann@corp.test
          "ann,b"@corp.test, <"x>y"@corp.test>         | "ann,b"@corp.test "x>y"@corp.test
          Team: ann@corp.test, bob@corp.test;, eve@x.test | ann@corp.test bob@corp.test eve@x.test
          undisclosed-recipients:;                     | ``
          =?UTF-8?Q?A=2C?= <ann@corp.test>             | ann@corp.test
          用户@例子.test                                 | 用户@例子.test
          <ann@corp.test                               | ann@corp.test
          "                                            | "
          """)
  void namesCommentsAndGroupsAreLeftOut(String body, String addresses) {
    assertThat(HeaderAddresses.in(body))
        .containsExactlyElementsOf(
            addresses.isEmpty() ? Arrays.asList() : Arrays.asList(addresses.split(" ")));
  }

  @Test
  void fieldsAreUnfoldedAndNamedInAnyCase() throws Exception {
    MessageHeader header =
        MessageHeader.read(
            new ByteArrayInputStream(
                """
                FROM: Ann
                 <ann@corp.test>
                to: bob@corp.test,
                \teve@corp.test
                Tool: x@y.test
                To: kim@corp.test

                To: body@corp.test
                """
                    .getBytes(StandardCharsets.UTF_8)));

    assertThat(header.addresses("From")).containsExactly("ann@corp.test");
    assertThat(header.addresses("To"))
        .containsExactly("bob@corp.test", "eve@corp.test", "kim@corp.test");
  }
}
