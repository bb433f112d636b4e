package org.mailroom.console.deliverytest;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.probe.DeliveryTest;
import org.mailroom.probe.DeliveryTests;
import org.mailroom.probe.TestRefusedException;

/** A delivery test and its steps, of the Delivery test page: {@code ?to=...&test=7}. */
@Named
@ViewScoped
public class DeliveryTestView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String RESOURCE = "delivery-tests";

  @Inject private transient DeliveryTests tests;
  @Inject private transient Clock clock;
  @Inject private MailQuestion question;
  @Inject private Access access;
  @Inject private Appearance appearance;

  private String test = "";
  private String refusal = "";

  /** Begins a test, and shows it. */
  public String start() {
    return start(false);
  }

  /** Begins a test that sends a mail, and shows it. */
  public String startWithMail() {
    return start(true);
  }

  private String start(boolean testMail) {
    access.requireChange(RESOURCE);
    if (!question.isValid()) {
      return null;
    }
    try {
      test = tests.start(question.request(access.actor(), testMail)).id();
      return "/delivery-test.xhtml?faces-redirect=true&includeViewParams=true";
    } catch (TestRefusedException e) {
      refusal = "deliverytest.busy";
      return null;
    }
  }

  /** Looks how the test does. The page reads everything anew anyway. */
  public void refresh() {
    // The test is no part of the view's state.
  }

  /** The test's id in the address. */
  public String getTest() {
    return test;
  }

  /** Takes it from the address. */
  public void setTest(String test) {
    this.test = test == null ? "" : test;
  }

  /** The key of the text that says why none began, or empty. */
  public String getRefusal() {
    return refusal;
  }

  /** The test that the address names; null when it is gone, or none is meant. */
  public DeliveryTest getShown() {
    Optional<DeliveryTest> found = access.reads(RESOURCE) ? tests.find(test) : Optional.empty();
    return found.orElse(null);
  }

  /** The key of how it ended. */
  public String getVerdict() {
    return getShown().verdict().key();
  }

  /** Its steps so far. */
  public List<TestLine> getSteps() {
    DeliveryTest shown = getShown();
    Phrases phrases = appearance.phrases(clock.instant());
    NoticeLanguage language = NoticeLanguage.of(appearance.getLocale());
    String domain = shown.request().to().domain().text();
    return shown.steps().stream()
        .map(step -> TestLine.of(step, domain, phrases, language))
        .toList();
  }
}
