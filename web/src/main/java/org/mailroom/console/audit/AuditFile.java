package org.mailroom.console.audit;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditEntry;
import org.mailroom.audit.AuditQuery;

/** {@code /audit.csv}: all entries that the page's filter finds, the newest first. */
@WebServlet("/audit.csv")
public class AuditFile extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Audit audit;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AuditQuery query;
    try {
      query =
          new AuditFilter(
                  request.getParameter("actor"),
                  request.getParameter("action"),
                  request.getParameter("subject"),
                  request.getParameter("from"),
                  request.getParameter("to"))
              .query(ZoneId.systemDefault(), Long.MAX_VALUE, Audit.MAX_PAGE);
    } catch (DateTimeException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    List<AuditEntry> page = audit.list(query);
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
    PrintWriter out = response.getWriter();
    out.print("id,time,actor,action,subject,reason,count,result,before,after\r\n");
    while (!page.isEmpty()) {
      page.forEach(entry -> out.print(row(entry)));
      boolean last = page.size() < Audit.MAX_PAGE;
      page = last ? List.of() : audit.list(query.behind(page.getLast().id()));
    }
  }

  static String row(AuditEntry entry) {
    return Stream.of(
            entry.id(),
            entry.happened(),
            entry.actor(),
            entry.action(),
            entry.subject(),
            entry.reason(),
            entry.affected(),
            entry.outcome(),
            entry.before(),
            entry.after())
        .map(value -> cell(Objects.toString(value, "")))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** Spreadsheets would take some texts for formulas, and these are texts of strangers too. */
  static String cell(String text) {
    String plain = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return plain.matches("(?s).*[\",\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }
}
