package org.mailroom.console.own;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.mailroom.console.Appearance;
import org.mailroom.console.Notice;
import org.mailroom.console.Phrases;
import org.mailroom.console.accounts.QuotaUse;
import org.mailroom.console.directory.Languages;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.Account;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.view.DirectoryView;

/** What the My account page says of the account, and its language. */
@Named
@ViewScoped
public class MyAccountView implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private OwnAccount own;
  @Inject private transient DirectoryView directory;
  @Inject private transient Clock clock;
  @Inject private Appearance appearance;

  private String language = "";
  private transient Notice notice;

  /** Its language as it is now. */
  public void look() {
    language = own.find().map(account -> account.language().toLanguageTag()).orElse("");
  }

  /** False for a user of the server's own realm. */
  public boolean isThere() {
    return own.find().isPresent();
  }

  /** Its own address. */
  public String getAddress() {
    return own.find().map(account -> account.address().toString()).orElse("");
  }

  /** The name of the person; may be empty. */
  public String getName() {
    return own.find().map(Account::name).orElse("");
  }

  /** By which other addresses mail comes to it. */
  public List<String> getOthers() {
    return own.find().stream()
        .flatMap(account -> directory.otherAddresses(account).stream())
        .map(Object::toString)
        .toList();
  }

  /** Where its mail goes besides, or instead. */
  public List<String> getForwards() {
    return own.find().stream()
        .flatMap(account -> account.forwards().stream())
        .map(Object::toString)
        .toList();
  }

  /** How full its mailboxes are. */
  public QuotaUse getUse() {
    return own.find()
        .map(account -> QuotaUse.of(account, directory.use(account), phrases()))
        .orElse(null);
  }

  /** Takes another language for notices. */
  public void saveLanguage() {
    try {
      own.set("language", language);
      notice = Notice.good(phrases().text("my.language.saved"));
    } catch (DirectoryException e) {
      notice = Notice.bad(appearance.text(e.refusals()));
    } catch (DatabaseException e) {
      notice = Notice.bad(phrases().text("problems.database"));
    }
  }

  /** Languages to choose from, by their names. */
  public Map<String, String> getLanguages() {
    return Languages.with(language);
  }

  /** The language of notices. */
  public String getLanguage() {
    return language;
  }

  /** Takes the language. */
  public void setLanguage(String language) {
    this.language = language == null ? "" : language;
  }

  /** What came of the last action. */
  public Notice getNotice() {
    return notice == null ? Notice.NONE : notice;
  }

  private Phrases phrases() {
    return appearance.phrases(clock.instant());
  }
}
