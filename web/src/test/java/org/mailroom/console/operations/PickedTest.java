package org.mailroom.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PickedTest {

  private static final String[] TWO = {"38G5AMQ3HED58/1", "38G5AMQ3HED59/2.1"};

  @Test
  void whatIsPickedIsAFilter() {
    assertThat(Picked.filter(TWO, false, "state:held"))
        .contains("id:38G5AMQ3HED58/1,38G5AMQ3HED59/2.1");
  }

  @Test
  void allThatMatchIsTheirFilter() {
    assertThat(Picked.filter(TWO, true, "state:held")).contains("state:held");
  }

  @Test
  void withoutASelectionNothingIsMeant() {
    assertThat(Picked.filter(null, true, "all")).isEmpty();
    assertThat(Picked.filter(new String[0], true, "all")).isEmpty();
  }

  @Test
  void whatIsNoKeyCantAddTerms() {
    assertThat(Picked.filter(new String[] {"* state:held", "A/1 all"}, false, "all"))
        .contains("id:stateheld,A/1all");
  }
}
