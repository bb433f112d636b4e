package org.mailroom.it.command;

/** The ports of the tests here, so that no two tests use the same. */
final class HubPorts {

  static final int COMMAND = PortRange.port(200);
  static final int SWAKS = PortRange.port(210);
  static final int SMTP_SOURCE = PortRange.port(220);
  static final int TWO_HUBS = PortRange.port(230);
  static final int GRACEFUL = PortRange.port(250);
  static final int BAD_SETTINGS = PortRange.port(260);
  static final int LARGE = PortRange.port(270);
  static final int FOREGROUND = PortRange.port(280);
  static final int MUTUAL_ROUTE = PortRange.port(310);
  static final int SMART_HOST_LOGIN = PortRange.port(290);
  static final int SENDMAIL = PortRange.port(300);
  static final int BROKER_SETTINGS = PortRange.port(320);

  static final int POSTGRES = PortRange.port(330);
  static final int CONVERSATION = PortRange.port(340);
  static final int DEMO = PortRange.port(350);
  static final int FIRST_RUN = PortRange.port(360);

  private HubPorts() {}
}
