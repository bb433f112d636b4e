package org.mailroom.store;

import java.util.Objects;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;

/**
 * A mail for one mailbox.
 *
 * @param id of its reception
 * @param part which part of it; with the mailbox, what is filed once
 * @param from for {@code Return-Path}
 * @param to for {@code Delivered-To}
 * @param account the directory's number
 * @param address of the account
 * @param folder made when it is missing; empty for INBOX
 * @param quotaOctets of the account; 0 for none
 * @param quotaMessages of the account; 0 for none
 * @param content stays the caller's
 */
public record MailToFile(
    QueueId id,
    String part,
    ReversePath from,
    ForwardPath to,
    long account,
    Address address,
    Optional<String> folder,
    long quotaOctets,
    long quotaMessages,
    MessageContent content) {

  /** Needs all of them. */
  public MailToFile {
    Objects.requireNonNull(id, "a mail to file has a queue id");
    Objects.requireNonNull(part, "a mail to file has a part");
    Objects.requireNonNull(from, "a mail to file has a reverse-path");
    Objects.requireNonNull(to, "a mail to file has a recipient");
    Objects.requireNonNull(address, "a mail to file has an account");
    Objects.requireNonNull(content, "a mail to file has content");
  }

  String mailbox() {
    return folder.orElse(Mailbox.INBOX);
  }

  MailQuota quota() {
    return new MailQuota(quotaOctets, quotaMessages);
  }
}
