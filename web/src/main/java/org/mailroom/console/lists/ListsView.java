package org.mailroom.console.lists;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.mailroom.console.Phrases;
import org.mailroom.console.directory.EntriesView;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.DistributionList;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.view.DirectoryView;

/** The Lists page. Its state is its address: {@code ?address=team@corp.test}. */
@Named
@ViewScoped
public class ListsView extends EntriesView {

  private static final long serialVersionUID = 1L;

  @Inject private transient DirectoryView directory;

  /** All lists at first. */
  public ListsView() {
    super(EntryKind.LIST);
  }

  @Override
  protected List<DirectoryEntry> matching() {
    return directory.find(seen(), EntryKind.LIST, getText());
  }

  @Override
  protected ListLine line(DirectoryEntry entry, Phrases phrases) {
    return ListLine.of((DistributionList) entry, phrases);
  }

  @Override
  protected Map<String, String> defaults() {
    return Map.of("posting", "inside");
  }
}
