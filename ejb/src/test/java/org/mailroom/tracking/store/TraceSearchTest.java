package org.mailroom.tracking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.TestDatabase;
import org.mailroom.mail.QueueId;

/** What was written is found, on H2 and on PostgreSQL. */
class TraceSearchTest extends TraceStoreSetup {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void mailIsFoundBySenderRecipientSubjectIdAndTime(TestDatabase kind) {
    open(kind);
    Instant start = clock.instant();
    QueueId one = accepted("Ann.B@Corp.test", "Quarterly report", "\"Bob\"@X.test", "eve@y.test");
    clock.pass(Duration.ofMinutes(1));
    QueueId two = accepted("", "项目进度报告", "bob@例子.test");
    writer.write();

    assertThat(ids(find("ann.b@corp.TEST", "", ""))).containsExactly(one, one);
    assertThat(ids(find("", "bob@x.test", ""))).containsExactly(one);
    assertThat(ids(find("@corp.test", "", ""))).containsExactly(one, one);
    assertThat(ids(find("", "@xn--fsqu00a.test", ""))).containsExactly(two);
    assertThat(ids(find("ann*", "", ""))).containsExactly(one, one);
    assertThat(ids(find("", "bob*", ""))).containsExactly(two, one);
    assertThat(ids(find("", "bob@x.*", ""))).containsExactly(one);
    assertThat(ids(find("<>", "", ""))).containsExactly(two);
    assertThat(ids(find("", "", "REPORT"))).containsExactly(one, one);
    assertThat(ids(find("", "eve@y.test", "report quarterly"))).containsExactly(one);
    assertThat(ids(find("", "", "quart* report"))).containsExactly(one, one);
    assertThat(find("", "", "quart")).isEmpty();
    assertThat(find("", "", "report other")).isEmpty();
    assertThat(ids(find("", "", "进度"))).containsExactly(two);
    assertThat(ids(find("", "", "项"))).containsExactly(two);
    assertThat(ids(find("", "", ""))).containsExactly(two, one, one);
    assertThat(
            ids(
                search.find(
                    new TraceQuery(
                        Optional.of(start),
                        Optional.of(start.plusSeconds(60)),
                        "",
                        "",
                        "",
                        Optional.empty(),
                        "",
                        10))))
        .containsExactly(one, one);
    assertThatThrownBy(() -> find("", "bob", "")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> find("", "", "--")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatHappenedLastAndWhoSentItAreFoundAmongTheRest(TestDatabase kind) {
    open(kind);
    QueueId one = accepted("ann@corp.test", "", "bob@x.test", "eve@x.test");
    QueueId two = accepted("ann@corp.test", "", "bob@x.test");
    delivered(one, "eve@x.test");
    writer.write();
    assertThat(ids(outcome("delivered", 10).rows())).containsExactly(one);
    assertThat(ids(outcome("2.0.*", 10).rows())).containsExactly(one);
    assertThat(ids(outcome("2.0.0", 10).rows())).containsExactly(one);
    assertThat(ids(outcome("queued", 10).rows())).containsExactly(two, one);
    assertThat(outcome("failed", 10)).isEqualTo(new TracePage(List.of(), ""));
    assertThat(outcome("queued", 1).next()).isNotEmpty();
    assertThatThrownBy(() -> outcome("lost", 10)).isInstanceOf(IllegalArgumentException.class);
    assertThat(ids(of(client().client()).rows())).containsExactly(two, one, one);
    assertThat(of("198.51.100.9").rows()).isEmpty();
  }

  private TracePage outcome(String outcome, int size) {
    return search.page(
        new TraceQuery(
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            "",
            Optional.empty(),
            "",
            size,
            "",
            outcome));
  }

  private TracePage of(String client) {
    return search.page(
        new TraceQuery(
            Optional.empty(), Optional.empty(), "", "", "", Optional.empty(), "", 10, client, ""));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void subjectsAreFoundByIds(TestDatabase kind) {
    open(kind);
    QueueId one = accepted("ann@corp.test", "Lunch", "bob@x.test", "eve@x.test");
    QueueId two = accepted("ann@corp.test", "", "bob@x.test");
    writer.write();
    assertThat(search.subjects(List.of(one, two, ids.next())))
        .isEqualTo(Map.of(one, "Lunch", two, ""));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pagesFollowEachOtherWithoutGapsWhateverComesMeanwhile(TestDatabase kind) {
    open(kind);
    List<QueueId> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.addFirst(accepted("ann@corp.test", "", "bob@x.test"));
      clock.pass(Duration.ofMillis(i % 2));
    }
    writer.write();
    List<QueueId> paged = new ArrayList<>();
    String place = "";
    while (true) {
      List<TraceRow> page = page(place, 3);
      if (page.isEmpty()) {
        break;
      }
      paged.addAll(ids(page));
      place = page.getLast().place();
      accepted("ann@corp.test", "", "bob@x.test");
      writer.write();
    }
    assertThat(paged).isEqualTo(all);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMailThatWasLongOnItsWayIsFoundByItsId(TestDatabase kind) {
    open(kind);
    QueueId slow = ids.next();
    clock.pass(Duration.ofMinutes(10));
    QueueId quick = accepted("ann@corp.test", "", "bob@x.test");
    clock.pass(Duration.ofMillis(1));
    acceptedAs(slow, "ann@corp.test", "", "eve@x.test");
    clock.pass(Duration.ofMillis(1));
    QueueId last = accepted("ann@corp.test", "", "bob@x.test", "eve@x.test");
    writer.write();
    assertThat(count("trace_late")).isEqualTo(1);
    assertThat(search.show(slow).orElseThrow().recipients()).containsExactly("eve@x.test");
    assertThat(search.show(last).orElseThrow().recipients())
        .containsExactly("bob@x.test", "eve@x.test");
    assertThat(ids(find("", "", ""))).containsExactly(last, last, slow, quick);
    for (QueueId id : List.of(quick, slow)) {
      assertThat(
              ids(
                  search.find(
                      new TraceQuery(
                          Optional.empty(),
                          Optional.empty(),
                          "@corp.test",
                          "",
                          "",
                          Optional.of(id),
                          "",
                          10))))
          .containsExactly(id);
    }
  }

  /** More than fit into a block, so that a search goes from one to the next. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsSearchedIsFoundInEachBlock(TestDatabase kind) {
    open(kind);
    QueueId first = accepted("ann@corp.test", "rare words", "bob@x.test");
    for (int batch = 0; batch < 3; batch++) {
      for (int i = 0; i < 490; i++) {
        accepted("many@corp.test", "many words", "all@y.test", "others@z.test");
      }
      writer.write();
    }
    QueueId last = accepted("ann@corp.test", "rare words", "bob@x.test");
    writer.write();
    assertThat(ids(find("ann@corp.test", "", ""))).containsExactly(last, first);
    assertThat(ids(find("", "@x.test", ""))).containsExactly(last, first);
    assertThat(ids(find("@corp.test", "", "words rare"))).containsExactly(last, first);
    assertThat(ids(find("", "", "rar*"))).containsExactly(last, first);
    assertThat(ids(find("", "bo*", ""))).containsExactly(last, first);
    assertThat(ids(find("an*", "@x.test", "wor*"))).containsExactly(last, first);
    assertThat(find("", "@corp.test", "")).isEmpty();
    assertThat(find("", "@est", "")).isEmpty();
    int rows = 0;
    String place = "";
    do {
      List<TraceRow> page = page(place, 200);
      rows += page.size();
      place = page.size() == 200 ? page.getLast().place() : "";
    } while (!place.isEmpty());
    assertThat(rows).isEqualTo(2 + 3 * 490 * 2);
  }

  @Test
  void idsAreNumbersAndBack() {
    QueueId id = ids.next();
    assertThat(IdNumber.toId(IdNumber.of(id))).isEqualTo(id);
    assertThat(IdNumber.of(id)).isGreaterThanOrEqualTo(IdNumber.at(clock.instant()));
    assertThat(IdNumber.of(id)).isLessThan(IdNumber.at(clock.instant().plusMillis(2)));
    assertThat(IdNumber.of(QueueId.of("ZZZZZZZZZZZZZ"))).isNegative();
  }
}
