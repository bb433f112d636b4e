package org.mailroom.console.directory;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.PageLink;
import org.mailroom.console.Pager;
import org.mailroom.console.Phrases;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.Remit;
import org.mailroom.directory.change.CsvText;
import org.mailroom.directory.change.EntryKind;

/** A list of one kind of entries. Its state is its address: {@code ?q=ann&page=2}. */
public abstract class EntryListView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int ROWS = 50;

  @Inject private Access access;
  @Inject private DirectoryDesk desk;
  @Inject private Appearance appearance;
  @Inject private transient Clock clock;

  private final EntryKind kind;
  private String text = "";
  private String page = "";
  private transient Shown shown;

  /** A page of the list. */
  private record Shown(Pager paging, List<?> lines) {}

  /** A list of this kind. */
  protected EntryListView(EntryKind kind) {
    this.kind = kind;
  }

  /** What is listed. */
  protected EntryKind kind() {
    return kind;
  }

  /** All entries that are looked for, in the order in which they are shown. */
  protected abstract List<? extends DirectoryEntry> matching();

  /** An entry as a line of the list. */
  protected abstract Object line(DirectoryEntry entry, Phrases phrases);

  /** The address of the list, with what is looked for. */
  public PageLink list() {
    return PageLink.page(getKey()).with("q", text);
  }

  /** The directory, for who is signed in. */
  protected DirectoryDesk desk() {
    return desk;
  }

  /** Those that who is signed in may see. */
  protected Remit seen() {
    return desk.seen(kind);
  }

  /** Numbers and texts in the reader's language. */
  public Phrases phrases() {
    return appearance.phrases(clock.instant());
  }

  /** Sends the entries that are looked for as CSV; programs for tables know UTF-8 by its mark. */
  public void export() throws IOException {
    access.requireRead(getKey());
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext answer = faces.getExternalContext();
    answer.responseReset();
    answer.setResponseContentType("text/csv");
    answer.setResponseCharacterEncoding("UTF-8");
    answer.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"" + getKey() + ".csv\"");
    answer.getResponseOutputWriter().write('\uFEFF' + CsvText.write(kind, matching()));
    faces.responseComplete();
  }

  /** The address of this page with an entry open. */
  public PageLink open(String title, String doing) {
    return list().with("page", page).with(kind.naming(), title).with("task", doing);
  }

  /** The kind, as texts and styles name it. */
  public String getKey() {
    return kind.plural();
  }

  /** True when who is signed in may change these. */
  public boolean isChangeable() {
    return desk.changes(kind);
  }

  /** The lines of the page. */
  public List<?> getLines() {
    return shown().lines();
  }

  /** Which page of how many entries. */
  public Pager getPaging() {
    return shown().paging();
  }

  private Shown shown() {
    if (shown == null) {
      List<? extends DirectoryEntry> all = matching();
      Pager paging = Pager.of(page, ROWS, all.size());
      Phrases phrases = phrases();
      shown = new Shown(paging, paging.cut(all).stream().map(e -> line(e, phrases)).toList());
    }
    return shown;
  }

  /** How many entries are looked for, in words. */
  public String getCount() {
    return phrases().count(getPaging().total());
  }

  /** True when something is looked for, and not all is shown. */
  public boolean isFiltered() {
    return !list().toString().equals(getKey() + ".xhtml");
  }

  /** The address of another page of the list. */
  public String page(int number) {
    return list().with("page", Integer.toString(number)).toString();
  }

  /** The address of this page without anything beside the list. */
  public String getClosed() {
    return list().with("page", page).toString();
  }

  /** The address of the whole list. */
  public String getAll() {
    return getKey() + ".xhtml";
  }

  /** The address of an entry. */
  public String link(String title) {
    return open(title, "").toString();
  }

  /** What is looked for. */
  public String getText() {
    return text;
  }

  /** Takes what is looked for from the address. */
  public void setText(String text) {
    this.text = given(text);
  }

  /** The page in the address. */
  public String getPage() {
    return page;
  }

  /** Takes the page from the address. */
  public void setPage(String page) {
    this.page = given(page);
  }

  /** Parameters that are missing are null. */
  protected static String given(String parameter) {
    return parameter == null ? "" : parameter;
  }
}
