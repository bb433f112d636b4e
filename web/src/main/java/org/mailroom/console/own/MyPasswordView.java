package org.mailroom.console.own;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mailroom.console.Appearance;
import org.mailroom.console.Notice;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.sasl.LoginAnswer;

/** Another password for one's own account, for whoever knows the one that it has. */
@Named
@RequestScoped
public class MyPasswordView {

  @Inject private OwnAccount own;
  @Inject private Appearance appearance;

  private String old = "";
  private String next = "";
  private String again = "";
  private Notice notice = Notice.NONE;

  /** Sets it, or says why not. */
  public void change() {
    if (!next.equals(again)) {
      notice = Notice.bad(appearance.text("my.password.differ"));
      return;
    }
    if (next.isEmpty()) {
      notice = Notice.bad(appearance.text("my.password.empty"));
      return;
    }
    notice =
        switch (own.claims(old)) {
          case LoginAnswer.Granted granted -> set();
          case LoginAnswer.Denied denied -> Notice.bad(appearance.text("my.password.wrong"));
          case LoginAnswer.Locked locked -> Notice.bad(appearance.text("my.password.locked"));
        };
  }

  private Notice set() {
    try {
      own.setPassword(next);
      return Notice.good(appearance.text("my.password.changed"));
    } catch (DirectoryException e) {
      return Notice.bad(appearance.text(e.refusals()));
    } catch (DatabaseException e) {
      return Notice.bad(appearance.text("problems.database"));
    }
  }

  /** What came of it. */
  public Notice getNotice() {
    return notice;
  }

  /** Nothing: a password is never sent back. */
  public String getOld() {
    return "";
  }

  /** Takes the one that it has. */
  public void setOld(String old) {
    this.old = given(old);
  }

  /** Nothing, as above. */
  public String getNext() {
    return "";
  }

  /** Takes the one that it shall have. */
  public void setNext(String next) {
    this.next = given(next);
  }

  /** Nothing, as above. */
  public String getAgain() {
    return "";
  }

  /** Takes it once more, as nobody sees what they type. */
  public void setAgain(String again) {
    this.again = given(again);
  }

  private static String given(String typed) {
    return typed == null ? "" : typed;
  }
}
