package org.mailroom.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TopicTest {

  @Test
  void manyChangesAreToldOnce() {
    AtomicLong changes = new AtomicLong(7);
    Topic topic = new Topic("queue", changes::get);
    assertThat(topic.takeChanged()).isFalse();
    changes.addAndGet(500);
    assertThat(topic.takeChanged()).isTrue();
    assertThat(topic.takeChanged()).isFalse();
  }
}
