package org.mailroom.refusal;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why something is refused.
 *
 * @param key of the reason
 * @param text the whole sentence, in English
 * @param about what the sentence speaks of, in its order: texts, and other refusals
 */
public record Refusal(String key, String text, List<Object> about) implements Serializable {

  /** Takes a copy. */
  public Refusal {
    about = List.copyOf(about);
  }

  /** For a reason. */
  static Refusal of(Reason reason, Object... things) {
    List<Object> about =
        Stream.of(things)
            .map(thing -> thing instanceof Refusal ? thing : thing.toString())
            .toList();
    return new Refusal(reason.key(), reason.sentence().formatted(about.toArray()), about);
  }

  /** What an exception says of its cause; one that has no reason for others has only its words. */
  public static Refusal by(IllegalArgumentException exception) {
    return exception instanceof RefusedException refused
        ? refused.refusal()
        : CommonReason.IN_WORDS.about(String.valueOf(exception.getMessage()));
  }

  @Override
  public String toString() {
    return text;
  }
}
