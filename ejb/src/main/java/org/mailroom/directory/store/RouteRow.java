package org.mailroom.directory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.mailroom.directory.Route;
import org.mailroom.sasl.Credentials;
import org.mailroom.settings.HostPort;
import org.mailroom.settings.TlsDemand;

/** A route as the database keeps it. */
@Entity
@Table(name = "directory_route")
public class RouteRow implements Row<Route> {

  @Id
  @Column(name = "name")
  private String key;

  @Column(name = "place")
  private int order;

  private String domains;
  private String senders;
  private String host;
  private int port;
  private String protocol;
  private String tls;

  @Column(name = "login_user")
  private String user;

  @Column(name = "login_password")
  private String password;

  private String schedule;

  /** For the database. */
  protected RouteRow() {}

  @Override
  public String key() {
    return key;
  }

  @Override
  public void take(Route route) {
    key = route.name();
    order = route.order();
    domains = Columns.text(route.domains());
    senders = Columns.text(route.senders());
    host = route.host().host();
    port = route.host().port();
    protocol = Columns.key(route.protocol());
    tls = Columns.key(route.tls());
    user = Columns.text(route.credentials().map(Credentials::user));
    password = Columns.text(route.credentials().map(Credentials::password));
    schedule = Columns.text(route.schedule());
  }

  @Override
  public Route value() {
    return new Route(
        key,
        order,
        Optional.ofNullable(domains),
        Optional.ofNullable(senders),
        new HostPort(host, port),
        Columns.value(Route.Protocol.class, protocol),
        Columns.value(TlsDemand.class, tls),
        Optional.ofNullable(user).map(name -> new Credentials(name, password)),
        Optional.ofNullable(schedule));
  }
}
