package org.mailroom.smtp.server;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters of MAIL and RCPT that are refused. */
class ParametersDialogueTest {

  private final InMemoryReception hub = new InMemoryReception();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SIZE",
        "SIZE=-1",
        "SIZE=1e3",
        "SIZE=\u0661",
        "SIZE=100000000000000000000",
        "SMTPUTF8=YES",
        "RET=SOME",
        "RET",
        "ENVID",
        "ENVID=a+0Ab",
        "ENVID=a+",
        "ENVID=+E4+BE"
      })
  void aWrongValueOfMailIsRefused(String parameter) {
    mail(parameter, "501 5.5.4 A parameter has a wrong value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"BODY=BINARYMIME", "BODY=9BIT", "BODY", "BY=1", "HOLDFOR=1", "NOTIFY=NEVER"})
  void whatMailDoesNotKnowIsRefused(String parameter) {
    mail(parameter, "555 5.5.4 Parameter not recognized or not implemented");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SIZE=", "=1", "SIZE=1 SIZE=1", "BODY=7BIT body=7bit", "X=a=b", "\u4f8b=1"})
  void aParameterThatIsNoneIsRefused(String parameter) {
    mail(parameter, "501 5.5.4 *");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SIZE=0",
        "SIZE=00000000000000000001",
        "BODY=7BIT RET=FULL",
        "ENVID=+E4+BE+8B",
        "SMTPUTF8 BODY=8BITMIME"
      })
  void whatMailKnowsIsTaken(String parameter) {
    mail(parameter, "250 2.1.0 Ok");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOTIFY|501 5.5.4 A parameter has a wrong value",
        "NOTIFY=NEVER,DELAY|501 5.5.4 A parameter has a wrong value",
        "NOTIFY=ALWAYS|501 5.5.4 A parameter has a wrong value",
        "ORCPT=rfc822|501 5.5.4 A parameter has a wrong value",
        "ORCPT=rfc822;a+0Db|501 5.5.4 A parameter has a wrong value",
        "NOTIFY=DELAY NOTIFY=DELAY|501 5.5.4 A parameter comes once",
        "SIZE=1|555 5.5.4 Parameter not recognized or not implemented",
        "ORCPT=rfc822;a+40b NOTIFY=SUCCESS,FAILURE,DELAY|250 2.1.5 Ok"
      })
  void parametersOfRcptAreCheckedToo(String parameters, String reply) {
    Dialogue.with(hub)
        .playGreeted(
            "C: MAIL FROM:<>\nS: 250 2.1.0 Ok\nC: RCPT TO:<bob@hub.test> "
                + parameters
                + "\nS: "
                + reply
                + "\n");
  }

  @ParameterizedTest
  @CsvSource({"100, 250 2.1.0 Ok", "101, 501 5.5.4 A parameter has a wrong value"})
  void anEnvelopeIdHasAtMost100Characters(int length, String reply) {
    mail("ENVID=" + "x".repeat(length), reply);
  }

  private void mail(String parameters, String reply) {
    Dialogue.with(hub)
        .playGreeted("C: MAIL FROM:<ann@corp.test> " + parameters + "\nS: " + reply + "\n");
  }
}
