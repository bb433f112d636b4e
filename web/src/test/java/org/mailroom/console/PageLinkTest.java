package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageLinkTest {

  @Test
  void whatIsEmptyIsLeftOut() {
    assertThat(PageLink.to("queue", "filter", "", "state", "")).isEqualTo("queue.xhtml");
    assertThat(PageLink.to("queue", "filter", "", "state", "held", "page", "2"))
        .isEqualTo("queue.xhtml?state=held&page=2");
  }

  @Test
  void whatPeopleWriteCantBreakOut() {
    assertThat(PageLink.to("queue", "filter", "text:\"a&b\" size>1M"))
        .isEqualTo("queue.xhtml?filter=text%3A%22a%26b%22+size%3E1M");
  }

  @Test
  void parametersAreEncodedAndEmptyOnesLeftOut() {
    assertThat(PageLink.page("accounts").with("q", "").toString()).isEqualTo("accounts.xhtml");
    assertThat(PageLink.page("accounts").with("q", "a b&c").with("address", "ann+x@例子.test"))
        .hasToString("accounts.xhtml?q=a+b%26c&address=ann%2Bx%40%E4%BE%8B%E5%AD%90.test");
  }
}
