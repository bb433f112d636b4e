package org.mailroom.console.directory;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.console.PageLink;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.refusal.CommonReason;
import org.mailroom.refusal.Refusal;

/**
 * A screen of one kind of entries: the list, and what stands beside it. With the name of an entry
 * in its address that one is open, and {@code task} says what is done there.
 */
public abstract class EntriesView extends EntryListView {

  private static final long serialVersionUID = 1L;
  private static final String SAID = "said";
  private static final String NEW = "new";

  private String name = "";
  private String task = "";
  private String reason = "";
  private String typed = "";
  private EntryEditor editor;
  private List<String> problems = List.of();
  private List<Refusal> refusals = List.of();
  private transient DirectoryEntry opened;

  /** A screen of this kind. */
  protected EntriesView(EntryKind kind) {
    super(kind);
  }

  /** What a new entry begins with, by its fields. */
  protected Map<String, String> defaults() {
    return Map.of();
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
    String title = desk().add(kind(), fields, reason).title();
    say("said.added", title);
    return title;
  }

  private String changed(Map<String, String> fields) throws DirectoryException {
    String title = desk().set(kind(), editor.getName(), fields, reason).title();
    say("said.saved", title);
    return title;
  }

  /** Removes the entry that is open. */
  public void remove() throws IOException {
    attempt(
        () -> {
          String title = getEditor().getName();
          if (isTypingAsked() && !typed.strip().equalsIgnoreCase(title)) {
            throw mistyped("remove.mismatch", title);
          }
          if (isTypingAsked() && reason.isBlank()) {
            throw mistyped("remove.why");
          }
          desk().remove(kind(), title, reason);
          say("said.removed", title);
          leave(list().with("page", getPage()));
        });
  }

  private DirectoryException mistyped(String key, Object... values) {
    return DirectoryException.of(
        DirectoryException.Why.UNSOUND, CommonReason.IN_WORDS.about(phrases().text(key, values)));
  }

  /** Does something, or shows all reasons against it. */
  public void attempt(Deed deed) throws IOException {
    problems = List.of();
    refusals = List.of();
    try {
      deed.run();
    } catch (DirectoryException e) {
      refusals = e.refusals();
      problems = refusals.stream().map(phrases()::text).toList();
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

  /** True for what has its name typed before it is removed. */
  public boolean isTypingAsked() {
    return kind() == EntryKind.ACCOUNT || kind() == EntryKind.DOMAIN;
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
              ? EntryEditor.fresh(kind(), defaults())
              : entry.map(found -> EntryEditor.of(kind(), found)).orElse(null);
    }
    return editor;
  }

  /** True when who is signed in may change what is open. */
  public boolean isEditable() {
    return isChangeable() && entry().filter(entry -> !desk().mayTouch(kind(), entry)).isEmpty();
  }

  /** Languages to choose from, by their names. */
  public Map<String, String> getLanguages() {
    Map<String, String> languages = new LinkedHashMap<>();
    if (kind() == EntryKind.ACCOUNT && getEditor().isFresh()) {
      languages.put(phrases().text("directory.language.default"), "");
    }
    languages.putAll(Languages.with(Objects.toString(getEditor().getValues().get("language"), "")));
    return languages;
  }

  /** The entry that is open, as it was when the page was opened. */
  protected Optional<DirectoryEntry> entry() {
    if (opened == null && !name.isEmpty()) {
      opened = desk().find(kind(), name).orElse(null);
    }
    return Optional.ofNullable(opened);
  }

  /** The address of something to do, with the entry that is open if there is one. */
  public String task(String doing) {
    return doing.equals(NEW) || doing.equals("import")
        ? list().with("page", getPage()).with("task", doing).toString()
        : open(name, doing).toString();
  }

  /** All that is wrong. */
  public List<String> getProblems() {
    return problems;
  }

  /** True when a problem is about a field. */
  public boolean wrong(String field) {
    return refusals.stream().anyMatch(refusal -> refusal.about().indexOf(field) == 0);
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
}
