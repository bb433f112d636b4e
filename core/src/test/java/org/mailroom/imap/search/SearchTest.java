package org.mailroom.imap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.text.RequiredText;

class SearchTest {

  private static final String LETTER =
      String.join(
          "|",
          "Date: Wed, 31 Jan 2024 23:00:00 -0800 (PST)",
          "From: =?utf-8?Q?Andr=C3=A9?= Dupont <andre@corp.test>",
          "To: Ann <ann@corp.test>, bob@corp.test",
          "Subject: =?gb2312?B?u+HS6Q==?= on",
          " Tuesday",
          "X-Mailer: =?utf-8?B?5Lya6K6u?= Post",
          "X-Empty:",
          "Content-Type: multipart/mixed; boundary=b",
          "",
          "preamble",
          "--b",
          "Content-Type: text/plain; charset=iso-8859-1",
          "Content-Transfer-Encoding: quoted-printable",
          "",
          "Un caf=E9 no=",
          "ir at",
          "noon",
          "--b",
          "Content-Type: image/png; name=secret.png",
          "Content-Transfer-Encoding: base64",
          "",
          "aGlkZGVu",
          "--b",
          "Content-Type: message/rfc822",
          "",
          "Subject: =?utf-8?Q?Inn=C3=A8r?=",
          "Content-Type: text/html; charset=big5",
          "Content-Transfer-Encoding: base64",
          "",
          "PGI+t3zEszwvYj4=",
          "--b--",
          "epilogue",
          "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALL",
        "SEEN",
        "UNFLAGGED",
        "KEYWORD work",
        "UNKEYWORD home",
        "UID 7",
        "UID 5:9",
        "NOT 1",
        "MODSEQ 500",
        "LARGER 10 SMALLER 5000",
        "ON 1-Feb-2024",
        "SINCE 1-Feb-2024",
        "BEFORE 2-Feb-2024",
        "SENTON 31-Jan-2024",
        "SENTBEFORE 1-Feb-2024",
        "SENTSINCE 31-Jan-2024",
        "YOUNGER 3600",
        "OLDER 3600",
        "FROM andr\u00E9",
        "FROM ANDRE\u0301",
        "FROM andre@corp.test",
        "FROM \"andr\u00E9 dupont\"",
        "TO bob",
        "SUBJECT 会议",
        "SUBJECT \"议 on tuesday\"",
        "HEADER Subject TUESDAY",
        "HEADER X-Mailer \"会议 post\"",
        "HEADER x-empty \"\"",
        "HEADER Date \"\"",
        "BODY \"CAFÉ NOIR\"",
        "BODY \"at noon\"",
        "BODY innèr",
        "BODY 會議",
        "BODY <b>會",
        "TEXT 會議",
        "TEXT post",
        "TEXT dupont",
        "TEXT \"x-mailer: 会\"",
        "OR FLAGGED TEXT noon",
        "NOT BODY bogus",
        "NOT NOT SEEN",
        "BODY noon TEXT 会议 HEADER X-Mailer post NOT TEXT bogus",
      })
  void keysThatFindTheLetter(String keys) throws Exception {
    assertThat(Searching.finds(quoted(keys), TestMessage.of(LETTER))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RECENT",
        "NEW",
        "NOT OLD",
        "FLAGGED",
        "UNSEEN",
        "KEYWORD home",
        "UID 8",
        "UID *",
        "1",
        "$",
        "MODSEQ 501",
        "LARGER 5000",
        "BEFORE 1-Feb-2024",
        "ON 31-Jan-2024",
        "SENTON 1-Feb-2024",
        "YOUNGER 3599",
        "OLDER 3601",
        "FROM bob",
        "CC \"\"",
        "SUBJECT gb2312",
        "HEADER X-Mailer noon",
        "HEADER X-Other \"\"",
        "BODY hidden",
        "BODY aGlkZGVu",
        "BODY secret",
        "BODY preamble",
        "BODY epilogue",
        "BODY dupont",
        "BODY 会议",
        "TEXT hidden",
        "TEXT bogus",
        "BODY \"noon subject\"",
        "SEEN BODY bogus",
        "NOT TEXT noon",
      })
  void keysThatDoNot(String keys) throws Exception {
    assertThat(Searching.finds(quoted(keys), TestMessage.of(LETTER))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "gb2312, GBK, 今天的会议在台北",
    "gbk, GB18030, 今天的会议镕基",
    "big5, Big5, 今天的會議在台北",
    "utf-8, UTF-8, 今天的會議在台北😀",
    "euc-kr, EUC-KR, 오늘회의",
    "iso-2022-jp, ISO-2022-JP, 今日の会議",
  })
  void textIsFoundInItsCharset(String named, String charset, String text) throws Exception {
    TestMessage message =
        TestMessage.of("Content-Type: text/plain; charset=" + named, text + "|", charset);
    assertThat(Searching.finds("BODY \"" + text.substring(1, 4) + "\"", message)).isTrue();
    assertThat(Searching.finds("BODY \"會议\"", message)).isFalse();
  }

  @Test
  void widthAndFormOfLettersDoNotMatter() throws Exception {
    TestMessage message = TestMessage.of("|ＦＵＬＬ ﬁne ΟΔΟΣ\u00A0x|");
    assertThat(Searching.finds("BODY \"full fine οδος x\"", message)).isTrue();
  }

  @RepeatedTest(30)
  void aPhraseIsFoundWhereverPiecesEnd(RepetitionInfo repetition) throws Exception {
    int before = 8150 + repetition.getCurrentRepetition() * 3;
    String body = "é".repeat(before) + "  \r\n cafe\u0301   會\u00E9議\r\n" + "x".repeat(9000);
    String encoded = Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
    TestMessage message =
        TestMessage.of("Content-Transfer-Encoding: base64||" + encoded.replace("\r\n", "|"));
    assertThat(Searching.finds("BODY \"é CAFÉ 會é議 xx\"", message)).isTrue();
    assertThat(Searching.finds("BODY \"cafex\"", message)).isFalse();
  }

  @Test
  void octetsAreReadOnceHoweverManyKeysAskForThem() throws Exception {
    TestMessage message = TestMessage.of(LETTER);
    String keys = "NOT BODY a1 NOT TEXT a2 NOT HEADER X-Mailer a3 NOT HEADER X-Other a4";
    assertThat(Searching.finds(keys, message)).isTrue();
    assertThat(message.octetsRead()).isBetween(1L, message.size());
    assertThat(message.timesOpened()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BODY x FLAGGED",
        "TEXT x SUBJECT bogus",
        "OR BODY x SEEN",
        "NOT (OR TEXT x ALL)",
        "BODY x UID 8",
        "FROM dupont"
      })
  void octetsAreNotReadWhenTheAnswerIsKnown(String keys) throws Exception {
    TestMessage message = TestMessage.of(LETTER);
    Searching.finds(keys, message);
    assertThat(message.timesOpened()).isZero();
  }

  @Test
  void attachmentsAreNotRead() throws Exception {
    TestMessage message =
        TestMessage.of(
            "Content-Type: multipart/mixed; boundary=b||--b||one|--b|Content-Type: image/png||"
                + "aaaa|".repeat(200_000)
                + "--b||two|--b--|");
    assertThat(Searching.finds("BODY two", message)).isTrue();
    assertThat(message.timesOpened()).isEqualTo(2);
    assertThat(message.octetsRead()).isLessThan(10_000);
  }

  @Test
  void ofAMessageThatNobodyLookedAtAllIsText() throws Exception {
    TestMessage message = TestMessage.of(LETTER).unread();
    assertThat(Searching.finds("BODY dupont", message)).isTrue();
    assertThat(Searching.finds("FROM dupont", message)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Date: yesterday|", "Date: 30 Feb 2024|"})
  void aMessageWithoutADateWasSentWhenItCame(String header) throws Exception {
    assertThat(Searching.finds("SENTON 1-Feb-2024", TestMessage.of(header + "||x|"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, 1:300",
    "RECENT, ''",
    "UID 5:7 SEEN, 5:7",
    "'UID 1:10,400', 1:10",
    "UID *, 200",
    "1:3, '10,20,30'",
    "*, 200",
    "$, '30,40'",
    "UID $ 3, 30",
    "(1:5 (UID 20:40)) BODY x, '20,30,40'",
    "OR 1 2, 1:300",
    "NOT 1, 1:300",
  })
  void onlyMessagesThatMayBeFoundAreLookedAt(String keys, String scope) throws Exception {
    Search search =
        Searching.read(keys).in(NumberSet.range(1, 300), Searching.NUMBERS, Searching.NOW);
    assertThat(search.scope()).hasToString(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, ''",
    "SEEN SUBJECT a, ''",
    "BODY Ab, 'ab'",
    "TEXT ab, 'h:ab'",
    "SEEN TEXT a BODY b, '(h:a & b)'",
    "OR BODY a TEXT b, '(a | h:b)'",
    "OR BODY a SEEN, ''",
    "NOT BODY a, ''",
    "BODY a NOT BODY b, 'a'",
    "OR (BODY a BODY b) BODY c FLAGGED, '((a & b) | c)'",
  })
  void onlyMessagesThatMayHaveTheTextAreLookedAt(String keys, String required) throws Exception {
    Search search =
        Searching.read(keys.replace("'", ""))
            .in(NumberSet.range(1, 300), Searching.NUMBERS, Searching.NOW);
    assertThat(said(search.requiredText())).isEqualTo(required);
  }

  private static String said(RequiredText text) {
    return switch (text) {
      case RequiredText.One one -> (one.alsoHeader() ? "h:" : "") + one.phrase();
      case RequiredText.All all -> all.texts().isEmpty() ? "" : said(all.texts(), " & ");
      case RequiredText.Any any -> said(any.texts(), " | ");
    };
  }

  private static String said(List<RequiredText> texts, String between) {
    return texts.stream().map(SearchTest::said).collect(Collectors.joining(between, "(", ")"));
  }

  @Test
  void messageNumbersAreTheSessions() throws Exception {
    TestMessage third = TestMessage.of("||x|").withUid(30);
    assertThat(Searching.finds("2:3", third)).isTrue();
    assertThat(Searching.finds("$", third)).isTrue();
    assertThat(Searching.finds("NOT 3", third)).isFalse();
    assertThat(Searching.finds("OR 1 4:*", third)).isFalse();
  }

  @Test
  void aPhraseThatIsNearlyEverywhereTakesNoLonger() throws Exception {
    TestMessage message = TestMessage.of("||" + "a".repeat(4_000_000) + "|");
    long began = System.nanoTime();
    assertThat(Searching.finds("BODY \"" + "a".repeat(30_000) + "b\"", message)).isFalse();
    assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
  }

  @RepeatedTest(100)
  void junkIsSearchedToo(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] octets = LETTER.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 60; i++) {
      octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
    }
    TestMessage message = TestMessage.of(octets);
    assertThat(Searching.finds("TEXT bogusbogus", message)).isFalse();
    assertThat(message.octetsRead()).isLessThanOrEqualTo(octets.length);
  }

  /** Words that are no ASCII must be in quotes. */
  private static String quoted(String keys) throws IOException {
    return keys.contains("\"") ? keys : keys.replaceAll("(\\S*[^\\x00-\\x7F]\\S*)", "\"$1\"");
  }
}
