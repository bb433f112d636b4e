package org.mailroom.queue;

import java.util.regex.Pattern;

/**
 * Names a part of a mail: {@code 1}, {@code 2}, and {@code 2.1} for a part that part 2 was split
 * into.
 */
public record PartId(String text) {

  private static final Pattern FORM = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,8}");

  /** Refuses any other form. */
  public PartId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("A part id is numbers with dots between");
    }
  }

  /** The part {@code number} of a mail, counted from 1. */
  public static PartId of(int number) {
    return new PartId(Integer.toString(number));
  }

  /** The part {@code number} that this part was split into, counted from 1. */
  public PartId child(int number) {
    return new PartId(text + "." + number);
  }

  /** True for a part that another part was split into. */
  boolean isChild() {
    return text.indexOf('.') >= 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
