package org.mailroom.console.aliases;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mailroom.console.Phrases;
import org.mailroom.console.directory.EntriesView;
import org.mailroom.directory.Alias;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.view.DirectoryView;

/** The Aliases page. Its state is its address: {@code ?address=sales@corp.test}. */
@Named
@ViewScoped
public class AliasesView extends EntriesView {

  private static final long serialVersionUID = 1L;

  @Inject private transient DirectoryView directory;

  /** All aliases at first. */
  public AliasesView() {
    super(EntryKind.ALIAS);
  }

  @Override
  protected List<DirectoryEntry> matching() {
    return directory.find(seen(), EntryKind.ALIAS, getText());
  }

  @Override
  protected AliasLine line(DirectoryEntry entry, Phrases phrases) {
    return AliasLine.of((Alias) entry, phrases);
  }

  /** Where the alias that is open leads to, as it is now. */
  public List<String> getTargets() {
    return entry()
        .map(entry -> ((Alias) entry).targets().stream().map(Object::toString).toList())
        .orElse(List.of());
  }
}
