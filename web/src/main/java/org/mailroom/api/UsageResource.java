package org.mailroom.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.mailroom.directory.Account;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.view.DirectoryView;
import org.mailroom.store.AccountUse;

/** {@code /api/usage}: how much of its quota an account uses; nothing of what is in its mail. */
@Path("usage")
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {

  @Inject private DirectoryChanges directory;
  @Inject private DirectoryView view;

  /** Of an account, as of some seconds ago. */
  @GET
  @Path("{address}")
  public JsonObject show(@PathParam("address") String address) throws DirectoryException {
    Account account = (Account) directory.find(EntryKind.ACCOUNT, address);
    AccountUse use = view.use(account);
    return Json.createObjectBuilder()
        .add("address", account.address().toString())
        .add("octets", use.octets())
        .add("messages", use.messages())
        .add("quota", account.quotaOctets())
        .add("quota_messages", account.quotaMessages())
        .build();
  }
}
