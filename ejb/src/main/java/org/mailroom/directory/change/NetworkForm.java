package org.mailroom.directory.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DirectoryReason;
import org.mailroom.directory.TrustedNetwork;
import org.mailroom.settings.Network;

/** Trusted networks as fields. */
final class NetworkForm implements EntryForm<TrustedNetwork> {

  private static final List<Field> FIELDS =
      List.of(
          new Field("network", Field.Type.TEXT),
          new Field("comment", Field.Type.TEXT),
          new Field("repair", Field.Type.FLAG));

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public TrustedNetwork read(Fields fields, Optional<TrustedNetwork> before, DirectoryData data) {
    fields.required("network");
    Network network = fields.parsed("network", Network::parse).orElseThrow();
    if (network.prefixLength() == 0) {
      throw DirectoryReason.ALL_NETWORKS.refused();
    }
    return new TrustedNetwork(network, fields.text("comment"), fields.flag("repair", false));
  }

  @Override
  public Map<String, String> write(TrustedNetwork trusted) {
    return EntryForm.texts(FIELDS, trusted.network(), trusted.comment(), trusted.repair());
  }
}
