package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.mailroom.archive.ArchiveException;
import org.mailroom.archive.ArchivedAccount;
import org.mailroom.archive.Backup;
import org.mailroom.archive.MailboxArchives;
import org.mailroom.directory.Account;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.status.Version;

/** {@code /api/mailboxes}: all mail of an account, out and in; for administrators alone. */
@Path("mailboxes")
@Produces(MediaType.APPLICATION_JSON)
public class MailboxesResource {

  private static final String ZIP = "application/zip";
  private static final String MBOX = "application/mbox";
  private static final String REASON = "reason";

  @Inject private MailboxArchives archives;
  @Inject private DirectoryChanges directory;
  @Inject private Version version;

  @Context private HttpHeaders headers;

  /** A backup of all mailboxes. */
  @GET
  @Path("{address}/archive")
  @Produces(ZIP)
  public Response backUp(
      @PathParam("address") String address, @QueryParam(REASON) @DefaultValue("") String reason)
      throws DirectoryException {
    ArchivedAccount account = account(address);
    Backup backup = archives.backUp(account, version.text(), Actor.of(headers), reason);
    return Response.ok((StreamingOutput) backup::writeTo)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mailboxes.zip\"")
        .build();
  }

  /** Adds what a backup has. */
  @POST
  @Path("{address}/archive")
  @Consumes(ZIP)
  @Upload
  public JsonObject restore(
      @PathParam("address") String address,
      @QueryParam(REASON) @DefaultValue("") String reason,
      InputStream archive)
      throws DirectoryException, ArchiveException {
    return ArchiveTallyJson.of(
            archives.restore(account(address), archive, Actor.of(headers), reason))
        .build();
  }

  /**
   * Adds the mail of another server.
   *
   * @param format {@code mbox}, or {@code maildir} in a zip
   * @param into the mailbox that it goes to
   */
  @POST
  @Path("{address}/import")
  @Consumes({MBOX, ZIP})
  @Upload
  public JsonObject importMail(
      @PathParam("address") String address,
      @QueryParam("format") @DefaultValue("") String format,
      @QueryParam("into") @DefaultValue("INBOX") String into,
      @QueryParam(REASON) @DefaultValue("") String reason,
      InputStream mail)
      throws DirectoryException, ArchiveException {
    MailboxName root = mailbox(into);
    String actor = Actor.of(headers);
    return ArchiveTallyJson.of(
            switch (format) {
              case "mbox" -> archives.importMbox(account(address), root, mail, actor, reason);
              case "maildir" -> archives.importMaildir(account(address), root, mail, actor, reason);
              default ->
                  throw new ApiException(Status.BAD_REQUEST, "The format is mbox or maildir");
            })
        .build();
  }

  private static MailboxName mailbox(String name) {
    try {
      return MailboxName.of(name);
    } catch (IllegalArgumentException e) {
      throw new ApiException(Status.BAD_REQUEST, "into: " + e.getMessage());
    }
  }

  /** Of people who can't log in now, too. */
  private ArchivedAccount account(String address) throws DirectoryException {
    if (!(directory.find(EntryKind.ACCOUNT, address) instanceof Account account)) {
      throw new ApiException(Status.NOT_FOUND, "There is no such account");
    }
    return new ArchivedAccount(
        account.id(), account.address(), account.quotaOctets(), account.quotaMessages());
  }
}
