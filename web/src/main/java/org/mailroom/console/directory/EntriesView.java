package org.mailroom.console.directory;

import static jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.change.CsvText;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;

/**
 * A screen of one kind of entries. Its state is its address: {@code ?q=ann&page=2} is a list, with
 * the name of an entry that one is open beside it, and {@code task} says what is done there.
 */
public abstract class EntriesView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int ROWS = 50;
  private static final String SAID = "said";
  private static final String NEW = "new";

  @Inject private Access access;
  @Inject private DirectoryDesk desk;
  @Inject private Appearance appearance;
  @Inject private transient Clock clock;

  private final EntryKind kind;
  private String text = "";
  private String page = "";
  private String name = "";
  private String task = "";
  private String reason = "";
  private String typed = "";
  private EntryEditor editor;
  private List<String> problems = List.of();
  private transient DirectoryEntry opened;
  private transient Shown shown;

  /** A page of the list. */
  private record Shown(Paging paging, List<?> lines) {}

  /** A screen of this kind. */
  protected EntriesView(EntryKind kind) {
    this.kind = kind;
  }

  @PostConstruct
  void begin() {
    refused();
  }

  /** Ends the request when it is of somebody who may not see these. */
  private boolean refused() {
    if (access.reads(kind.plural())) {
      return false;
    }
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      faces.getExternalContext().responseSendError(SC_FORBIDDEN, kind.plural());
    } catch (IOException e) {
      throw new UncheckedIOException("Who asked is gone", e);
    }
    faces.responseComplete();
    return true;
  }

  /** All entries that are looked for, in the order in which they are shown. */
  protected abstract List<? extends DirectoryEntry> matching();

  /** An entry as a line of the list. */
  protected abstract Object line(DirectoryEntry entry, Phrases phrases);

  /** What a new entry begins with, by its fields. */
  protected Map<String, String> defaults() {
    return Map.of();
  }

  /** The address of the list, with what is looked for. */
  public PageLink list() {
    return PageLink.to(getKey() + ".xhtml").with("q", text);
  }

  /** The directory, for who is signed in. */
  protected DirectoryDesk desk() {
    return desk;
  }

  /** Numbers and texts in the reader's language. */
  public Phrases phrases() {
    return new Phrases(appearance.getLocale(), ZoneId.systemDefault(), clock.instant());
  }

  /** Saves what is in the editor. */
  public void save() throws IOException {
    attempt(
        () -> {
          String saved = editor.isFresh() ? added(editor.fields()) : changed(editor.changes());
          leave(open(saved, ""));
        });
  }

  /** Adds an entry of these fields, and returns its name. */
  protected String added(Map<String, String> fields) throws DirectoryException {
    String title = desk.add(kind, fields, reason).title();
    say("said.added", title);
    return title;
  }

  private String changed(Map<String, String> fields) throws DirectoryException {
    String title = desk.set(kind, editor.getName(), fields, reason).title();
    say("said.saved", title);
    return title;
  }

  /** Removes the entry that is open. */
  public void remove() throws IOException {
    attempt(
        () -> {
          String title = getEditor().getName();
          if (isTypingAsked() && !typed.strip().equalsIgnoreCase(title)) {
            throw DirectoryException.of(
                DirectoryException.Why.UNSOUND, phrases().text("remove.mismatch", title));
          }
          if (isTypingAsked() && reason.isBlank()) {
            throw DirectoryException.of(
                DirectoryException.Why.UNSOUND, phrases().text("remove.why"));
          }
          desk.remove(kind, title, reason);
          say("said.removed", title);
          leave(list().with("page", page));
        });
  }

  /** Sends the entries that are looked for as CSV; programs for tables know UTF-8 by its mark. */
  public void export() throws IOException {
    if (refused()) {
      return;
    }
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

  /** Does something, or shows all reasons against it. */
  public void attempt(Deed deed) throws IOException {
    problems = List.of();
    try {
      deed.run();
    } catch (DirectoryException e) {
      problems = e.reasons();
    } catch (DatabaseException e) {
      problems = List.of(phrases().text("problems.database"));
    }
  }

  /** What the next page says first. */
  public void say(String key, Object... values) {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .getFlash()
        .put(SAID, phrases().text(key, values));
  }

  /** Goes on with another page. */
  public void leave(PageLink link) throws IOException {
    FacesContext.getCurrentInstance().getExternalContext().redirect(link.toString());
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

  /** True for what has its name typed before it is removed. */
  public boolean isTypingAsked() {
    return kind == EntryKind.ACCOUNT || kind == EntryKind.DOMAIN;
  }

  /** What stands beside the list. */
  public String getSide() {
    if (task.equals("import") || task.equals(NEW)) {
      return isChangeable() ? task : "";
    }
    if (name.isEmpty()) {
      return "";
    }
    return getEditor() == null ? "missing" : task.equals("remove") ? task : "edit";
  }

  /** The entry that is open; null when there is none of the name. */
  public EntryEditor getEditor() {
    if (editor == null) {
      Optional<DirectoryEntry> entry = entry();
      editor =
          task.equals(NEW)
              ? EntryEditor.fresh(kind, defaults())
              : entry.map(found -> EntryEditor.of(kind, found)).orElse(null);
    }
    return editor;
  }

  /** Languages to choose from, by their names; another one that an entry has stays possible. */
  public Map<String, String> getLanguages() {
    Map<String, String> languages = new LinkedHashMap<>();
    if (kind == EntryKind.ACCOUNT && getEditor().isFresh()) {
      languages.put(phrases().text("directory.language.default"), "");
    }
    languages.put("English", "en");
    languages.put("简体中文", "zh-CN");
    String current = Objects.toString(getEditor().getValues().get("language"), "");
    if (!current.isEmpty() && !languages.containsValue(current)) {
      languages.put(current, current);
    }
    return languages;
  }

  /** The entry that is open, as it was when the page was opened. */
  protected Optional<DirectoryEntry> entry() {
    if (opened == null && !name.isEmpty()) {
      opened = desk.find(kind, name).orElse(null);
    }
    return Optional.ofNullable(opened);
  }

  /** The lines of the page. */
  public List<?> getLines() {
    return shown().lines();
  }

  /** Which page of how many entries. */
  public Paging getPaging() {
    return shown().paging();
  }

  private Shown shown() {
    if (shown == null) {
      List<? extends DirectoryEntry> all = matching();
      Paging paging = Paging.of(page, ROWS, all.size());
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

  /** The address of something to do, with the entry that is open if there is one. */
  public String task(String doing) {
    return doing.equals(NEW) || doing.equals("import")
        ? list().with("page", page).with("task", doing).toString()
        : open(name, doing).toString();
  }

  /** All that is wrong. */
  public List<String> getProblems() {
    return problems;
  }

  /** True when a problem begins with the name of a field. */
  public boolean wrong(String field) {
    return problems.stream()
        .anyMatch(problem -> problem.startsWith(field + ":") || problem.startsWith(field + " "));
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

  /** The name of the entry in the address. */
  public String getName() {
    return name;
  }

  /** Takes the name of the entry from the address. */
  public void setName(String name) {
    this.name = given(name);
  }

  /** What is done beside the list. */
  public String getTask() {
    return task;
  }

  /** Takes what is done from the address. */
  public void setTask(String task) {
    this.task = given(task);
  }

  /** Why, for the audit. */
  public String getReason() {
    return reason;
  }

  /** Takes the reason. */
  public void setReason(String reason) {
    this.reason = given(reason);
  }

  /** The name that was typed to remove an entry. */
  public String getTyped() {
    return typed;
  }

  /** Takes the name that was typed. */
  public void setTyped(String typed) {
    this.typed = given(typed);
  }

  /** Parameters that are missing are null. */
  protected static String given(String parameter) {
    return parameter == null ? "" : parameter;
  }
}
