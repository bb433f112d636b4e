package org.mailroom.console.queue;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mailroom.console.PageLink;
import org.mailroom.console.Pager;
import org.mailroom.console.queue.MailTable.Content;
import org.mailroom.queue.QueueState;

/** The Queue page. Its state is its address: {@code ?filter=age>1h&state=deferred&page=2}. */
@Named
@ViewScoped
public class MailsView implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject MailTable table;

  private String filter = "";
  private String state = "";
  private String page = "1";
  private transient QueueChoice choice;
  private transient Content content;

  /** Brings what is shown up to date; what is new stays aside. */
  public void refresh() {
    content = table.again(content(), choice(), filter);
  }

  private QueueChoice choice() {
    if (choice == null) {
      choice = QueueChoice.read(filter, state);
    }
    return choice;
  }

  private Content content() {
    if (content == null) {
      content = table.read(choice(), filter, Pager.parse(page));
    }
    return content;
  }

  /** The filter in the address. */
  public String getFilter() {
    return filter;
  }

  /** Takes the filter from the address. */
  public void setFilter(String filter) {
    this.filter = filter == null ? "" : filter.strip();
  }

  /** The state in the address. */
  public String getState() {
    return state;
  }

  /** Takes the state from the address; what is none means all. */
  public void setState(String state) {
    this.state = QueueState.of(state == null ? "" : state).map(QueueState::key).orElse("");
  }

  /** The page in the address. */
  public String getPage() {
    return page;
  }

  /** Takes the page from the address. */
  public void setPage(String page) {
    this.page = page;
  }

  /** What is wrong with the filter, or empty. */
  public String getMistake() {
    return table.mistake(choice());
  }

  /** The filter that means all mails of all pages. */
  public String getEverything() {
    return choice().everything();
  }

  /** The states with their counts. */
  public List<StateTile> getTiles() {
    return content().tiles();
  }

  /** The age of the oldest mail, or empty. */
  public String getOldest() {
    return content().oldest();
  }

  /** Which page of how many mails. */
  public Pager getPager() {
    return content().pager();
  }

  /** The mails of the page. */
  public List<MailLine> getMails() {
    return content().mails();
  }

  /** Mails that were accepted since the page was made. */
  public long getNews() {
    return content().news();
  }

  /** The address of another page of the same mails. */
  public String pageLink(int number) {
    return PageLink.to(
        "queue", "filter", filter, "state", state, "page", number > 1 ? "" + number : "");
  }

  /** The address of this page, with a mail opened; with none for the empty id. */
  public String mailLink(String id) {
    String number = Pager.parse(page) > 1 ? page : "";
    return PageLink.to("queue", "filter", filter, "state", state, "page", number, "id", id);
  }

  /** The key of the texts about what the page shows. */
  public String getTopic() {
    return state.isEmpty() ? "all" : state;
  }

  /** The key of the texts that say why no mail is shown. */
  public String getEmptiness() {
    if (getPager().total() > 0) {
      return "page";
    }
    return filter.isEmpty() ? getTopic() : "filter";
  }
}
