package org.mailroom.directory.change;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.directory.Route;
import org.mailroom.sasl.Credentials;
import org.mailroom.settings.HostPort;
import org.mailroom.settings.TlsDemand;

/** Routes as fields. The password at the next hop is kept as long as the user stays the same. */
final class RouteForm implements EntryForm<Route> {

  private static final int SMTP = 25;
  private static final int LMTP = 24;
  private static final long LAST = 1_000_000;

  private static final List<Field> FIELDS =
      List.of(
          new Field("name", Field.Type.TEXT),
          new Field("order", Field.Type.NUMBER),
          new Field("domains", Field.Type.TEXT),
          new Field("senders", Field.Type.TEXT),
          new Field("host", Field.Type.TEXT),
          new Field("protocol", Field.Type.TEXT),
          new Field("tls", Field.Type.TEXT),
          new Field("user", Field.Type.TEXT),
          new Field("password", Field.Type.SECRET),
          new Field("schedule", Field.Type.TEXT));

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public Route read(Fields fields, Optional<Route> before, DirectoryData data) {
    long order = fields.number("order", 100);
    if (order > LAST) {
      throw DirectoryReason.RANGE.refused("order", LAST);
    }
    Route.Protocol protocol = fields.choice("protocol", Route.Protocol.class, Route.Protocol.SMTP);
    int port = protocol == Route.Protocol.SMTP ? SMTP : LMTP;
    fields.required("host");
    return new Route(
        fields.required("name"),
        (int) order,
        fields.optional("domains"),
        fields.optional("senders"),
        fields.parsed("host", host -> HostPort.parse(host, port)).orElseThrow(),
        protocol,
        fields.choice("tls", TlsDemand.class, TlsDemand.OPPORTUNISTIC),
        credentials(fields, before),
        fields.optional("schedule"));
  }

  private static Optional<Credentials> credentials(Fields fields, Optional<Route> before) {
    Optional<String> user = fields.optional("user");
    Optional<String> password =
        fields
            .optional("password")
            .or(
                () ->
                    before
                        .flatMap(Route::credentials)
                        .filter(known -> user.isPresent() && known.user().equals(user.get()))
                        .map(Credentials::password));
    if (user.isPresent() != password.isPresent()) {
      throw DirectoryReason.ROUTE_LOGIN.refused();
    }
    return user.map(name -> new Credentials(name, password.orElseThrow()));
  }

  @Override
  public Map<String, String> write(Route route) {
    return EntryForm.texts(
        FIELDS,
        route.name(),
        route.order(),
        route.domains(),
        route.senders(),
        route.host(),
        route.protocol().name().toLowerCase(Locale.ROOT),
        route.tls().name().toLowerCase(Locale.ROOT),
        route.credentials().map(Credentials::user),
        route.schedule());
  }
}
