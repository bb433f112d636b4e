package org.mailroom.console.tokens;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Notice;
import org.mailroom.console.Phrases;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.Role;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.Requester;
import org.mailroom.directory.token.ApiTokens;

/**
 * The API tokens page. What proves a new token is shown with the answer that made it, and kept
 * nowhere.
 */
@Named
@ViewScoped
public class TokensView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String RESOURCE = "tokens";

  @Inject private transient ApiTokens tokens;
  @Inject private transient Clock clock;
  @Inject private Appearance appearance;
  @Inject private Access access;

  private String name = "";
  private Role role = Role.AUDITOR;
  private String reason = "";
  private String chosen = "";
  private transient String secret;
  private transient Notice notice;
  private transient List<TokenLine> lines;

  /** Makes a token. */
  public void add() {
    access.requireChange(RESOURCE);
    notice = null;
    lines = null;
    try {
      secret = tokens.add(name.strip(), role, requester()).value();
      chosen = name.strip();
      name = "";
      reason = "";
    } catch (DirectoryException e) {
      notice = Notice.bad(appearance.text(e.refusals()));
    } catch (DatabaseException e) {
      notice = Notice.bad(phrases().text("problems.database"));
    }
  }

  /** Asks whether a token should be revoked. */
  public void ask(String token) {
    access.requireChange(RESOURCE);
    chosen = token;
    reason = "";
  }

  /** Revokes it. */
  public void revoke() {
    access.requireChange(RESOURCE);
    secret = null;
    lines = null;
    try {
      tokens.remove(chosen, requester());
      notice = Notice.good(phrases().text("tokens.revoked", chosen));
    } catch (DirectoryException e) {
      notice = Notice.bad(appearance.text(e.refusals()));
    } catch (DatabaseException e) {
      notice = Notice.bad(phrases().text("problems.database"));
    }
    reason = "";
  }

  private Requester requester() {
    return new Requester(access.actor(), reason.strip());
  }

  private Phrases phrases() {
    return appearance.phrases(clock.instant());
  }

  /** All tokens by name. */
  public List<TokenLine> getLines() {
    if (lines == null) {
      lines = read();
    }
    return lines;
  }

  private List<TokenLine> read() {
    try {
      Phrases phrases = phrases();
      return tokens.list().stream().map(token -> TokenLine.of(token, phrases)).toList();
    } catch (DatabaseException e) {
      notice = Notice.bad(phrases().text("problems.database"));
      return List.of();
    }
  }

  /** The roles that a token can have. */
  public List<Role> getRoles() {
    return ApiTokens.ROLES;
  }

  /** What came of the last action. */
  public Notice getNotice() {
    return notice == null ? Notice.NONE : notice;
  }

  /** What proves the token that was just made, or null. */
  public String getSecret() {
    return secret;
  }

  /** The name of the token that is talked about. */
  public String getChosen() {
    return chosen;
  }

  /** The name of the next token. */
  public String getName() {
    return name;
  }

  /** Takes the name of the next token. */
  public void setName(String name) {
    this.name = name;
  }

  /** The role of the next token. */
  public Role getRole() {
    return role;
  }

  /** Takes the role of the next token. */
  public void setRole(Role role) {
    this.role = role;
  }

  /** Why, for the audit. */
  public String getReason() {
    return reason;
  }

  /** Takes why. */
  public void setReason(String reason) {
    this.reason = reason;
  }
}
