package org.mailroom.directory;

import java.util.Arrays;
import java.util.List;
import org.mailroom.mail.Domain;

/** Directories of tests outside of this package: nobody is in them, or only what they say. */
public final class TestDirectory {

  private TestDirectory() {}

  /** With no domain either. */
  public static DirectorySnapshot snapshot() {
    return withDomains();
  }

  /** With these local domains. */
  public static DirectorySnapshot withDomains(String... names) {
    List<MailDomain> domains =
        Arrays.stream(names).map(name -> MailDomain.local(Domain.of(name))).toList();
    return of(new DirectoryData(domains, List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  /** With what a test puts in. */
  public static DirectorySnapshot of(DirectoryData data) {
    return new MemorySnapshot(data, People.REWRITING);
  }
}
