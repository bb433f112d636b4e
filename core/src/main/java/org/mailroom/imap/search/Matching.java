package org.mailroom.imap.search;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.mailroom.imap.MessageData;
import org.mailroom.mime.EncodedWords;
import org.mailroom.mime.WrittenDate;

/** Says which keys hold for a message. */
record Matching(MessageData message, Octets octets, Instant now) {

  boolean holds(SearchKey key) throws IOException {
    return switch (key) {
      case SearchKey.Constant constant -> constant.holds();
      case SearchKey.Flag flag -> message.flags().has(flag.flag());
      case SearchKey.Keyword keyword -> message.flags().keywords().contains(keyword.keyword());
      case SearchKey.Uids set -> set.uids().contains(message.uid());
      case SearchKey.Named named -> throw new IllegalStateException("sets are resolved before");
      case SearchKey.Modseq modseq -> message.modseq() >= modseq.least();
      case SearchKey.Larger larger -> message.size() > larger.size();
      case SearchKey.Smaller smaller -> message.size() < smaller.size();
      case SearchKey.Came came -> came.when().holds(dateOfArrival(), came.date());
      case SearchKey.Age age -> holds(age);
      case SearchKey.Sent sent -> sent.when().holds(dateSent(), sent.date());
      case SearchKey.Field field -> holds(field);
      case SearchKey.OtherField field -> octets.inHeader(field);
      case SearchKey.Text text -> octets.inMessage(text);
      case SearchKey.Not not -> !holds(not.key());
      case SearchKey.And and -> allHold(and.keys(), true);
      case SearchKey.Or or -> !allHold(or.keys(), false);
    };
  }

  private boolean allHold(List<SearchKey> keys, boolean expected) throws IOException {
    for (SearchKey key : keys) {
      if (holds(key) != expected) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(SearchKey.Age age) {
    Instant then = now.minusSeconds(age.seconds());
    return age.younger()
        ? !message.internalDate().isBefore(then)
        : !message.internalDate().isAfter(then);
  }

  private boolean holds(SearchKey.Field field) {
    for (String value : message.fields(field.name())) {
      if (field.phrase().isIn(EncodedWords.decode(value))) {
        return true;
      }
    }
    return false;
  }

  private LocalDate dateOfArrival() {
    return LocalDate.ofInstant(message.internalDate(), ZoneOffset.UTC);
  }

  private LocalDate dateSent() {
    return message.sentOn().orElseGet(this::writtenDate);
  }

  private LocalDate writtenDate() {
    return message.fields("date").stream()
        .findFirst()
        .flatMap(WrittenDate::read)
        .orElseGet(this::dateOfArrival);
  }
}
