package org.mailroom.console.networks;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mailroom.console.Phrases;
import org.mailroom.console.directory.EntriesView;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.TrustedNetwork;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.view.DirectoryView;

/** The Trusted networks page. Its state is its address: {@code ?network=10.1.0.0/16}. */
@Named
@ViewScoped
public class NetworksView extends EntriesView {

  private static final long serialVersionUID = 1L;

  @Inject private transient DirectoryView directory;

  /** All networks at first. */
  public NetworksView() {
    super(EntryKind.NETWORK);
  }

  @Override
  protected List<DirectoryEntry> matching() {
    return directory.find(seen(), EntryKind.NETWORK, getText());
  }

  @Override
  protected NetworkLine line(DirectoryEntry entry, Phrases phrases) {
    return NetworkLine.of((TrustedNetwork) entry, phrases);
  }
}
