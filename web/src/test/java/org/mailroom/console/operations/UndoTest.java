package org.mailroom.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UndoTest {

  private static final String ID = "38G5AMQ3HED58";

  @Test
  void holdAndReleasePutEachOtherBack() {
    assertThat(Undo.of("hold", ID)).isEqualTo(new Undo("release", ID));
    assertThat(Undo.of("release", ID)).isEqualTo(new Undo("hold", ID));
  }

  @Test
  void whatIsGoneOrWasOfManyStays() {
    assertThat(Undo.of("retry", ID).isPossible()).isFalse();
    assertThat(Undo.of("fail", ID).isPossible()).isFalse();
    assertThat(Undo.of("hold", "domain:x.test").isPossible()).isFalse();
    assertThat(Undo.of("hold", "id:" + ID + ",38G5AMQ3HED59").isPossible()).isFalse();
    assertThat(Undo.NOTHING.isPossible()).isFalse();
  }
}
