package org.mailroom.routing;

class InMemoryExchangersTest implements MailExchangersContract {

  private final InMemoryExchangers exchangers = new InMemoryExchangers();

  @Override
  public MailExchangers exchangers() {
    return exchangers;
  }

  @Override
  public Zone zone() {
    return new Zone() {
      @Override
      public void mx(String domain, int preference, String host) {
        exchangers.mx(domain, preference, host);
      }

      @Override
      public void address(String host, String address) {
        exchangers.address(host, address);
      }

      @Override
      public void exists(String name) {
        exchangers.exists(name);
      }

      @Override
      public void fails(String name) {
        exchangers.fails(name);
      }
    };
  }
}
