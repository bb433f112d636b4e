package org.mailroom.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.directory.DistributionList.Posting;

class DirectoryCheckTest {

  @Test
  void aSoundDirectoryHasNoProblem() {
    People people =
        People.ofCorp()
            .account("ann@corp.test", "eve@corp.test")
            .account("eve@corp.test", "ann@corp.test")
            .alias("sales@corp.example", "ann+sales@corp.test", "x@files.test")
            .list("team@corp.test", Posting.ANYONE, "", "sales@corp.test", "postmaster@corp.test")
            .route("r", 1, "*", "*@corp.test")
            .network("10.0.0.0/8", "");
    assertThat(DirectoryCheck.problems(people.data())).isEmpty();
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    People people =
        People.ofCorp()
            .domain("CORP.example", Optional.of("none@corp.test"))
            .account("ann@corp.test")
            .alias("Ann@corp.test", "nobody@corp.test")
            .alias("x@elsewhere.test", "ann@corp.test")
            .list("team@corp.test", Posting.ANYONE, "bob@files.test", "team@corp.test")
            .route("r", 1, "a b", "nobody")
            .route("r", 2, "", "")
            .network("10.0.0.0/8", "")
            .network("10.0.0.0/8", "");
    assertThat(DirectoryCheck.problems(people.data()))
        .extracting(Problem::toString)
        .containsExactly(
            "The domain CORP.example is there twice",
            "Ann@corp.test is there twice: there is an account of this address",
            "x@elsewhere.test is in no local domain",
            "CORP.example leads to none@corp.test, and there is nobody of this address",
            "Ann@corp.test leads to nobody@corp.test, and there is nobody of this address",
            "An owner of a list is in a local domain: bob@files.test",
            "The address team@corp.test leads to itself",
            "The route r has no right form of a pattern of domains",
            "The route r has no right form of a pattern of senders",
            "The route r is there twice",
            "The network 10.0.0.0/8 is there twice");
  }

  @Test
  void aChainAsLongAsADirectoryIsFollowedToItsEnd() {
    int length = 100_000;
    People chain = People.ofCorp().account("ann@corp.test");
    for (int i = 1; i < length; i++) {
      chain.alias("a" + i + "@corp.test", "a" + (i + 1) + "@corp.test");
    }
    chain.alias("a" + length + "@corp.test", "ann@corp.test");
    assertThat(DirectoryCheck.problems(chain.data())).isEmpty();

    chain.alias("b@corp.test", "a1@corp.test", "c@corp.test").alias("c@corp.test", "b@corp.test");
    assertThat(DirectoryCheck.problems(chain.data()))
        .extracting(Problem::subject)
        .containsExactly("b@corp.test");
  }

  @Test
  void aLoopIsNamedOnce() {
    People people =
        People.ofCorp()
            .account("ann@corp.test")
            .alias("a@corp.test", "b@corp.test", "ann@corp.test")
            .alias("b@corp.test", "c@corp.example")
            .list("c@corp.test", Posting.ANYONE, "ann@corp.test", "a@corp.test")
            .forwardOnly("x@corp.test", "X@corp.test")
            .alias("d@corp.test", "D+detail@corp.test");
    assertThat(DirectoryCheck.problems(people.data()))
        .extracting(Problem::subject)
        .containsExactly("x@corp.test", "a@corp.test", "d@corp.test");
  }
}
