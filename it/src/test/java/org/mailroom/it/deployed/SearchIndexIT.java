package org.mailroom.it.deployed;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.it.client.Corpus;
import org.mailroom.it.command.Program;

/** Texts are found in the same messages before the index has these and afterwards. */
class SearchIndexIT extends MailboxAccess {

  private static final int IMAP = Integer.getInteger("mailroom.it.imap");

  /** A character that is in the header of each message of this test, and nowhere else. */
  private static final String MARK = "龘";

  private static final String MARK_FIELD = "X-Mark: =?utf-8?B?6b6Y?=\r\n";

  /** The header of the messages that are made here, as a person reads it. */
  private static final String HEADER =
      "Subject: x\nX-Mark: 龘\nContent-Type: text/plain; charset=utf-8\n"
          + "Content-Transfer-Encoding: base64";

  private static final List<String> WORDS =
      List.of(
          "今天",
          "会议",
          "在",
          "台北",
          "會議室",
          "東京",
          "カタカナ",
          "서울",
          "회의",
          "Lunch",
          "noon",
          "Café",
          "naïve",
          "quarterly",
          "REPORT",
          "budget");

  /** A search key and a text. */
  private record Asked(String key, String text) {}

  @TempDir private Path folder;

  @Test
  void textIsFoundWithTheIndexAsWithoutIt() throws Exception {
    String ann = account("search-index.test");
    List<String> texts = texts();
    Path messages = Files.createDirectory(folder.resolve("messages"));
    for (int i = 0; i < texts.size(); i++) {
      write(messages, i, message(texts.get(i)).getBytes(UTF_8));
    }
    int count = texts.size();
    for (Path file : corpus()) {
      byte[] content = Corpus.content(file);
      if (!Corpus.mustBeRefused(content)) {
        write(messages, count, marked(content));
        count++;
      }
    }
    python(ann, messages);

    List<Asked> asked = asked(texts);
    Path file = folder.resolve("asked");
    Files.write(file, asked.stream().map(each -> each.key() + " " + each.text()).toList(), UTF_8);
    List<String> before = python(ann, messages, file).lines().toList();
    assertThat(before).hasSameSizeAs(asked);
    awaitIndex(count);
    assertThat(python(ann, messages, file).lines().toList()).isEqualTo(before);
    for (int i = 0; i < asked.size(); i++) {
      assertThat(generated(before.get(i), texts.size()))
          .as(asked.get(i).toString())
          .isEqualTo(having(asked.get(i), texts));
    }
    assertThat(Files.readString(DATA.resolve("logs/server.log"), UTF_8))
        .doesNotContain("org.apache.lucene");
  }

  private static List<String> texts() {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      texts.add(
          random
              .ints(40, 0, WORDS.size())
              .mapToObj(n -> WORDS.get(n) + (n % 3 == 0 ? "" : " "))
              .collect(Collectors.joining()));
    }
    return texts;
  }

  private static String message(String text) {
    String encoded = Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8));
    return "Subject: x\r\n"
        + MARK_FIELD
        + "Content-Type: text/plain; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + encoded
        + "\r\n";
  }

  private static byte[] marked(byte[] content) {
    byte[] mark = MARK_FIELD.getBytes(UTF_8);
    byte[] all = Arrays.copyOf(mark, mark.length + content.length);
    System.arraycopy(content, 0, all, mark.length, content.length);
    return all;
  }

  private static void write(Path messages, int number, byte[] content) throws IOException {
    Files.write(messages.resolve("%05d".formatted(number)), content);
  }

  private static List<Asked> asked(List<String> texts) {
    Random random = new Random(8);
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String text = texts.get(random.nextInt(texts.size())).strip();
      int from = random.nextInt(text.length() - 9);
      String some = text.substring(from, from + 1 + random.nextInt(8));
      String phrase = i % 2 == 0 ? some : some.toLowerCase(Locale.ROOT);
      if (!phrase.isBlank()) {
        asked.add(new Asked(i % 3 == 0 ? "TEXT" : "BODY", phrase));
      }
    }
    asked.add(new Asked("BODY", "quarterly absent"));
    return asked;
  }

  /** Of UIDs those of the messages that were made here, which came first. */
  private static List<Integer> generated(String uids, int count) {
    return List.of(uids.split(" ")).stream()
        .filter(uid -> !uid.isEmpty())
        .map(Integer::valueOf)
        .filter(uid -> uid <= count)
        .toList();
  }

  private static List<Integer> having(Asked asked, List<String> texts) {
    List<Integer> uids = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String searched = asked.key().equals("TEXT") ? HEADER + "\n" + texts.get(i) : texts.get(i);
      if (searched.toLowerCase(Locale.ROOT).contains(asked.text().toLowerCase(Locale.ROOT))) {
        uids.add(i + 1);
      }
    }
    return uids;
  }

  /** Reads the index as it is on the disk. */
  private static void awaitIndex(int messages) {
    Term mark = new Term("header", new BytesRef(MARK.getBytes(UTF_16BE)));
    await("the messages in the index")
        .atMost(Duration.ofMinutes(3))
        .ignoreException(IOException.class)
        .until(
            () -> {
              try (FSDirectory index = FSDirectory.open(DATA.resolve("index"));
                  DirectoryReader reader = DirectoryReader.open(index)) {
                return reader.docFreq(mark) == messages;
              }
            });
  }

  private static String python(String user, Path messages, Path... texts) throws Exception {
    Program program =
        Program.ofDebian("python3", "python3")
            .with(
                "src/test/python/search.py",
                Integer.toString(IMAP),
                user,
                PASSWORD,
                messages.toString());
    for (Path each : texts) {
      program = program.with(each.toString());
    }
    return program.run().success().out();
  }
}
