package org.mailroom.directory.token;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.mailroom.directory.Role;

/** A token as the database keeps it. */
@Entity
@Table(name = "api_token")
public class TokenRow {

  @Id private String name;
  private String hash;
  private String role;
  private String actor;
  private Instant made;

  /** For the database. */
  protected TokenRow() {}

  TokenRow(ApiToken token, String hash) {
    this.name = token.name();
    this.hash = hash;
    this.role = token.role().key();
    this.actor = token.actor();
    this.made = token.made();
  }

  boolean isProvedBy(String candidate) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), candidate.getBytes(StandardCharsets.US_ASCII));
  }

  ApiToken value() {
    return new ApiToken(name, Role.of(role), actor, made);
  }
}
