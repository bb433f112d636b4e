package org.mailroom.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.directory.TestDirectory;
import org.mailroom.mail.Domain;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.ReversePath;
import org.mailroom.reception.PartSplitter.Part;
import org.mailroom.routing.Router;
import org.mailroom.routing.RoutingResult;

class PartSplitterTest {

  private final PartSplitter byDomain = new PartSplitter(TestDirectory::snapshot, new ByDomain());

  @Test
  void aDomainIsAPartInTheOrderOfItsFirstRecipient() {
    List<Part> parts =
        byDomain.split(
            recipients("a@one.test", "b@two.test", "c@ONE.test", "d@two.test"), ReversePath.NULL);

    assertThat(parts)
        .containsExactly(
            new Part("one.test", false, recipients("a@one.test", "c@ONE.test")),
            new Part("two.test", false, recipients("b@two.test", "d@two.test")));
  }

  @Test
  void aPartHasAtMostAHundredRecipients() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      many.add("u" + i + "@one.test");
    }

    List<Part> parts = byDomain.split(recipients(many.toArray(String[]::new)), ReversePath.NULL);

    assertThat(parts).extracting(part -> part.recipients().size()).containsExactly(100, 100, 50);
    assertThat(parts.stream().flatMap(part -> part.recipients().stream()))
        .containsExactlyElementsOf(recipients(many.toArray(String[]::new)));
  }

  @Test
  void recipientsOfLocalDomainsAreOnePartAndNobodyIsLookedUp() {
    PartSplitter atHome =
        new PartSplitter(() -> TestDirectory.withDomains("one.test", "home.test"), new ByDomain());
    assertThat(
            atHome.split(recipients("a@one.test", "b@two.test", "c@HOME.test"), ReversePath.NULL))
        .containsExactly(
            new Part("local:recipients", true, recipients("a@one.test", "c@HOME.test")),
            new Part("two.test", false, recipients("b@two.test")));
    assertThat(atHome.split(recipients("a@home.test"), ReversePath.NULL))
        .containsExactly(new Part("local:recipients", true, recipients("a@home.test")));
  }

  @Test
  void oneRecipientIsOnePart() {
    assertThat(byDomain.split(recipients("a@one.test"), ReversePath.NULL))
        .containsExactly(new Part("one.test", false, recipients("a@one.test")));
  }

  private static List<EnvelopeRecipient> recipients(String... addresses) {
    List<EnvelopeRecipient> recipients = new ArrayList<>();
    for (String address : addresses) {
      recipients.add(EnvelopeRecipient.of(ForwardPath.parse(address)));
    }
    return recipients;
  }

  private static final class ByDomain implements Router {
    @Override
    public String group(Domain domain) {
      return domain.ascii();
    }

    @Override
    public RoutingResult resolve(Domain domain) {
      throw new IllegalStateException("Reception never waits for DNS");
    }
  }
}
