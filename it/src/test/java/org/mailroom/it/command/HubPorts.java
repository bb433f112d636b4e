package org.mailroom.it.command;

/** The ports of the tests here, so that no two tests use the same. */
final class HubPorts {

  static final int COMMAND = 25200;
  static final int SWAKS = 25210;
  static final int SMTP_SOURCE = 25220;
  static final int TWO_HUBS = 25230;
  static final int KILL_NINE = 25240;
  static final int GRACEFUL = 25250;
  static final int BAD_SETTINGS = 25260;
  static final int LARGE = 25270;
  static final int FOREGROUND = 25280;

  private HubPorts() {}
}
