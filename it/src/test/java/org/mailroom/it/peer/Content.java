package org.mailroom.it.peer;

import java.util.Arrays;

/** Looks at content as octets. */
public final class Content {

  private Content() {}

  /** What is left when the first header field, folded or not, is taken away. */
  public static byte[] withoutFirstField(byte[] content) {
    int i = 0;
    while (true) {
      i = afterLine(content, i);
      boolean folded = i < content.length && (content[i] == ' ' || content[i] == '\t');
      if (!folded) {
        return Arrays.copyOfRange(content, i, content.length);
      }
    }
  }

  private static int afterLine(byte[] content, int from) {
    for (int i = from; i < content.length; i++) {
      if (content[i] == '\n') {
        return i + 1;
      }
    }
    return content.length;
  }
}
