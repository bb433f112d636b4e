package org.mailroom.it.command;

/** The ports of the tests here, so that no two tests use the same. */
final class HubPorts {

  private static final int BASE = 1000 * Integer.getInteger("mailroom.it.ports", 25);

  static final int COMMAND = BASE + 200;
  static final int SWAKS = BASE + 210;
  static final int SMTP_SOURCE = BASE + 220;
  static final int TWO_HUBS = BASE + 230;
  static final int GRACEFUL = BASE + 250;
  static final int BAD_SETTINGS = BASE + 260;
  static final int LARGE = BASE + 270;
  static final int FOREGROUND = BASE + 280;
  static final int MUTUAL_ROUTE = BASE + 310;
  static final int SMART_HOST_LOGIN = BASE + 290;
  static final int SENDMAIL = BASE + 300;
  static final int BROKER_SETTINGS = BASE + 320;

  static final int POSTGRES = BASE + 330;
  static final int CONVERSATION = BASE + 340;
  static final int DEMO = BASE + 350;

  private HubPorts() {}
}
