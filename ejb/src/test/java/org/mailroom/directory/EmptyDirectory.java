package org.mailroom.directory;

import java.util.Arrays;
import java.util.List;
import org.mailroom.mail.Domain;

/** Nobody is in it. */
public final class EmptyDirectory {

  private EmptyDirectory() {}

  /** With no domain either. */
  public static DirectorySnapshot snapshot() {
    return withDomains();
  }

  /** With these local domains. */
  public static DirectorySnapshot withDomains(String... names) {
    List<MailDomain> domains =
        Arrays.stream(names).map(name -> MailDomain.local(Domain.of(name))).toList();
    return new MemorySnapshot(
        new DirectoryData(domains, List.of(), List.of(), List.of(), List.of(), List.of()),
        People.REWRITING);
  }
}
