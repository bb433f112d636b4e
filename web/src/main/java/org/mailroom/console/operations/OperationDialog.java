package org.mailroom.console.operations;

import java.util.List;
import org.mailroom.console.Phrases;
import org.mailroom.operation.DryRun;
import org.mailroom.operation.Operation;
import org.mailroom.queue.QueueEntry;

/**
 * What somebody is told before an operation on mail begins.
 *
 * @param operation its key
 * @param title the question
 * @param effect what will come of it
 * @param button what the button does
 * @param count mails that it changes
 * @param skipped mails that it leaves as they are, and why
 * @param sample some of those it changes
 * @param more how many others there are, in words, or empty
 * @param needsReason true when somebody has to say why
 */
public record OperationDialog(
    String operation,
    String title,
    String effect,
    String button,
    int count,
    List<String> skipped,
    List<Sample> sample,
    String more,
    boolean needsReason) {

  /** A mail of the sample. */
  public record Sample(String sender, String recipient, String state) {}

  static OperationDialog of(Operation operation, DryRun dryRun, Phrases phrases) {
    String key = "operation." + operation.key();
    JobWords words = new JobWords(phrases);
    int others = dryRun.changing() - dryRun.sample().size();
    return new OperationDialog(
        operation.key(),
        phrases.text(key + ".ask", dryRun.changing()),
        phrases.text(key + ".effect"),
        phrases.text(key + ".do", dryRun.changing()),
        dryRun.changing(),
        dryRun.skipped().entrySet().stream()
            .map(each -> phrases.text("job.skipped", each.getValue(), words.reason(each.getKey())))
            .toList(),
        dryRun.sample().stream().map(OperationDialog::sample).toList(),
        others > 0 ? phrases.text("operation.more", others) : "",
        operation.needsReason());
  }

  private static Sample sample(QueueEntry part) {
    return new Sample(
        part.reversePath(), String.join(", ", part.forwardPaths()), part.state().key());
  }

  /** True for what can't be undone. */
  public boolean isFinal() {
    return operation.equals("fail") || operation.equals("delete");
  }
}
