package org.mailroom.console.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageLinkTest {

  @Test
  void parametersAreEncodedAndEmptyOnesLeftOut() {
    assertThat(PageLink.to("accounts.xhtml").with("q", "").toString()).isEqualTo("accounts.xhtml");
    assertThat(PageLink.to("accounts.xhtml").with("q", "a b&c").with("address", "ann+x@例子.test"))
        .hasToString("accounts.xhtml?q=a+b%26c&address=ann%2Bx%40%E4%BE%8B%E5%AD%90.test");
  }
}
