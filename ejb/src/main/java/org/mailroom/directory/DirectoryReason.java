package org.mailroom.directory;

import org.mailroom.refusal.Reason;

/** Why the directory refuses something. */
public enum DirectoryReason implements Reason {
  DOMAIN_TWICE("The domain %s is there twice"),
  ROUTE_TWICE("The route %s is there twice"),
  NETWORK_TWICE("The network %s is there twice"),
  NO_LOCAL_DOMAIN("%s is in no local domain"),
  TWICE_AS_ACCOUNT("%s is there twice: there is an account of this address"),
  TWICE_AS_ALIAS("%s is there twice: there is an alias of this address"),
  TWICE_AS_LIST("%s is there twice: there is a list of this address"),
  OWNER_ELSEWHERE("An owner of a list is in a local domain: %s"),
  LOOP("The address %s leads to itself"),
  NOBODY_THERE("%s leads to %s, and there is nobody of this address"),
  ROUTE_DOMAINS("The route %s has no right form of a pattern of domains"),
  ROUTE_SENDERS("The route %s has no right form of a pattern of senders"),
  ROUTE_SCHEDULE("The route %s has no right form of a schedule of retries"),
  NOT_YOURS("%s is in no domain of yours"),
  ROLE_ABOVE("%s has a role above yours"),
  PART_OF_ONE_ABOVE("%s belongs to an account with a role above yours"),
  ROLE_NOT_GIVEN("The role %s is not yours to give"),
  MAY_NOT_SEND_AS("%s may not send as %s, which is not yours"),
  MAY_NOT_LEAD_TO("%s may not lead to %s, which is not yours"),
  LED_TO_BY_OTHERS("Entries of other domains lead there"),
  NO_ROLE("A role is one of %s"),
  NO_TARGET("An alias has a target"),
  QUOTA_BELOW_NONE("A quota is 0 or more"),
  DOMAIN_IS_ADDRESS("A domain is a name, not an address"),
  RELAY_WITH_PEOPLE("A relay domain has no aliases and no catch-all"),
  ROUTE_NAME("A route has a name of at most 100 letters, digits and . _ -"),
  ALL_NETWORKS("A network of everybody would make this hub an open relay"),
  ROUTE_LOGIN("user and password of a route go together"),
  ORGANISATION_NAME("The name of an organisation is one line of at most %s characters"),
  NO_FIELD("There is no field %s; there are %s"),
  CONTROL_CHARACTER("%s has a control character"),
  FIELD_MISSING("%s is missing"),
  FIELD_TOO_LONG("%s has at most %s characters"),
  NO_FLAG("%s is true or false"),
  NO_LANGUAGE("%s is a language such as en or zh-CN"),
  NO_CHOICE("%s is one of %s"),
  VALUE_REFUSED("%s: %s is refused: %s"),
  OPEN_QUOTE("A quote is not closed"),
  NAME_REFUSED("The name of the %s is refused: %s"),
  THERE_ALREADY("The %s %s is there already"),
  NOT_THERE("There is no %s %s"),
  NAME_STAYS("The name of an entry stays: add another, and remove this one"),
  TWICE_IN_IMPORT("%s is in %s as well"),
  CHANGED_MEANWHILE("Others change the directory at the same time; try again"),
  STOPPED("It was stopped before anything was changed"),
  CELLS("%s cells, where the header has %s"),
  CSV_QUOTE("a quote is not closed, or something follows one"),
  FIELD_TWICE("a field is there twice"),
  TOKEN_NAME("A token has a name of at most 64 letters, digits and . _ -"),
  TOKEN_ROLE("A token has one of the roles %s"),
  TOKEN_THERE("There is a token %s already"),
  TOKEN_NOT_THERE("There is no token %s"),
  RANGE("%s is 0 to %s"),
  KIND_DOMAIN("domain"),
  KIND_ACCOUNT("account"),
  KIND_ALIAS("alias"),
  KIND_LIST("list"),
  KIND_ROUTE("route"),
  KIND_NETWORK("network");

  private final String sentence;

  DirectoryReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
