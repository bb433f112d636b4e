package org.mailroom.imap.sort;

import org.mailroom.mime.EncodedWords;

/**
 * What a subject is about, without what programs have put around it when somebody replied or
 * forwarded, or when a list sent it on (RFC 5256, 2.1).
 *
 * <pre>
 * subject     = *subj-leader [subj-middle] *subj-trailer
 * subj-refwd  = ("re" / ("fw" ["d"])) *WSP [subj-blob] ":"
 * subj-blob   = "[" *BLOBCHAR "]" *WSP
 * subj-fwd    = "[fwd:" subject "]"
 * subj-leader = (*subj-blob subj-refwd) / WSP
 * subj-middle = *subj-blob (subj-base / subj-fwd)
 * subj-trailer = "(fwd)" / WSP
 * subj-base   = NONWSP *(*WSP NONWSP)
 * </pre>
 *
 * @param text in one case, see {@link Casemap}; empty when there is nothing else in the subject
 * @param isReply true when it was a reply or was forwarded
 */
public record BaseSubject(String text, boolean isReply) {

  private static final String TRAILER = "(fwd)";
  private static final String FORWARDED = "[fwd:";

  /** Of a Subject field; an empty one for none. */
  public static BaseSubject of(String field) {
    return new Reading(EncodedWords.decode(field).replaceAll("[\\s\\p{Cntrl}]+", " ")).run();
  }

  /** A subject while it gets shorter from both ends. */
  private static final class Reading {

    private final String subject;
    private int start;
    private int end;
    private boolean isReply;

    Reading(String subject) {
      this.subject = subject;
      this.end = subject.length();
    }

    BaseSubject run() {
      do {
        while (cutSpace() || cutTrailer()) {
          // There may be more of them.
        }
        cutLeaders();
      } while (cutForwarded());
      return new BaseSubject(Casemap.fold(subject.substring(start, end)), isReply);
    }

    private boolean cutSpace() {
      boolean found = start < end && subject.charAt(end - 1) == ' ';
      end -= found ? 1 : 0;
      return found;
    }

    private boolean cutTrailer() {
      int at = end - TRAILER.length();
      boolean found = at >= start && is(at, TRAILER);
      end = found ? at : end;
      isReply |= found;
      return found;
    }

    /** All blobs in a row are looked at once: either what follows takes them along, or all go. */
    private void cutLeaders() {
      boolean again = true;
      while (again) {
        start = behindSpaces(start);
        int last = start;
        int at = start;
        for (int next = behindBlob(at); next > at; next = behindBlob(at)) {
          last = at;
          at = next;
        }
        int behind = behindReply(at);
        again = behind > at;
        isReply |= again;
        if (again) {
          start = behind;
        } else {
          start = at < end ? at : last;
        }
      }
    }

    private boolean cutForwarded() {
      boolean found =
          end - start > FORWARDED.length()
              && is(start, FORWARDED)
              && subject.charAt(end - 1) == ']';
      if (found) {
        start += FORWARDED.length();
        end--;
        isReply = true;
      }
      return found;
    }

    private int behindSpaces(int from) {
      int at = from;
      while (at < end && subject.charAt(at) == ' ') {
        at++;
      }
      return at;
    }

    /** Behind the blob that begins here; here when there is none. */
    private int behindBlob(int from) {
      if (from == end || subject.charAt(from) != '[') {
        return from;
      }
      int at = from + 1;
      while (at < end && subject.charAt(at) != '[' && subject.charAt(at) != ']') {
        at++;
      }
      return at < end && subject.charAt(at) == ']' ? behindSpaces(at + 1) : from;
    }

    /** Behind what marks a reply here; here when there is none. */
    private int behindReply(int from) {
      int word = is(from, "fwd") ? 3 : is(from, "fw") || is(from, "re") ? 2 : 0;
      int colon = word == 0 ? end : behindBlob(behindSpaces(from + word));
      return colon < end && subject.charAt(colon) == ':' ? colon + 1 : from;
    }

    private boolean is(int at, String text) {
      return at + text.length() <= end && subject.regionMatches(true, at, text, 0, text.length());
    }
  }
}
