package org.mailroom.imap.fetch;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.imap.grammar.ResponseWriter;
import org.mailroom.mime.ContentTypeParameters;
import org.mailroom.mime.ContentTypeParameters.Parameter;
import org.mailroom.mime.MimePart;

/**
 * The body structure of a message (RFC 9051, 7.5.2). Types and encodings are in capitals,
 * parameters as the message has them. As deep as the message is, so deep this calls itself: that is
 * limited where structures are read.
 *
 * <pre>
 * body            = "(" (body-type-1part / body-type-mpart) ")"
 * body-type-mpart = 1*body SP media-subtype [SP body-ext-mpart]
 * body-type-1part = (body-type-basic / body-type-msg / body-type-text) [SP body-ext-1part]
 * body-type-basic = media-basic SP body-fields
 * body-type-msg   = media-message SP body-fields SP envelope SP body SP body-fld-lines
 * body-type-text  = media-text SP body-fields SP body-fld-lines
 * body-fields     = body-fld-param SP body-fld-id SP body-fld-desc SP body-fld-enc SP
 *                   body-fld-octets
 * body-ext-mpart  = body-fld-param [SP body-fld-dsp [SP body-fld-lang [SP body-fld-loc]]]
 * body-ext-1part  = body-fld-md5 [SP body-fld-dsp [SP body-fld-lang [SP body-fld-loc]]]
 * </pre>
 */
final class BodyStructureText {

  private static final String TYPE = "content-type";
  private static final List<Parameter> USUAL = List.of(new Parameter("CHARSET", "US-ASCII"));

  private final ResponseWriter out;
  private final boolean isExtended;

  /** Writes BODYSTRUCTURE when extended, else BODY. */
  BodyStructureText(ResponseWriter out, boolean isExtended) {
    this.out = out;
    this.isExtended = isExtended;
  }

  /** Writes a part and those within it. */
  void write(BodyPart body) throws IOException {
    out.text("(");
    if (body.isMultipart()) {
      for (BodyPart part : body.parts()) {
        write(part);
      }
      out.text(" ").string(type(body)[1]);
    } else {
      writeSingle(body);
    }
    if (isExtended) {
      writeExtension(body);
    }
    out.text(")");
  }

  private void writeSingle(BodyPart body) throws IOException {
    MimePart part = body.part();
    String[] type = type(body);
    out.string(type[0]).text(" ").string(type[1]);
    writeParameters(parameters(body));
    out.text(" ").nstring(part.field("content-id"));
    out.text(" ").nstring(part.field("content-description"));
    out.text(" ").string(body.encoding());
    out.text(" ").number(body.bodyRange().length());
    if (body.isMessage()) {
      out.text(" ");
      EnvelopeText.write(body.contained().part(), out);
      out.text(" ");
      write(body.contained());
    }
    if (body.isMessage() || type[0].equals("TEXT")) {
      out.text(" ").number(part.lines());
    }
  }

  private void writeExtension(BodyPart body) throws IOException {
    MimePart part = body.part();
    if (body.isMultipart()) {
      writeParameters(parameters(body));
    } else {
      out.text(" ").nstring(part.field("content-md5"));
    }
    writeDisposition(part.field("content-disposition").orElse(""));
    writeLanguages(part.field("content-language").orElse(""));
    out.text(" ").nstring(part.field("content-location"));
  }

  private static String[] type(BodyPart body) {
    return body.mediaType().toUpperCase(Locale.ROOT).split("/", 2);
  }

  /** Those of the type, when it is the one that the header names. */
  private static List<Parameter> parameters(BodyPart body) {
    Optional<String> value = body.part().field(TYPE);
    String type = value.map(text -> text.split(";", 2)[0].strip()).orElse("");
    if (type.equalsIgnoreCase(body.mediaType())) {
      return ContentTypeParameters.all(value.orElse(""));
    }
    return body.mediaType().equals("text/plain") ? USUAL : List.of();
  }

  private void writeParameters(List<Parameter> parameters) throws IOException {
    String before = " (";
    for (Parameter parameter : parameters) {
      out.text(before).string(parameter.name()).text(" ").string(parameter.value());
      before = " ";
    }
    out.text(parameters.isEmpty() ? " NIL" : ")");
  }

  /**
   * Content-Disposition (RFC 2183).
   *
   * <pre>
   * body-fld-dsp = "(" string SP body-fld-param ")" / nil
   * </pre>
   */
  private void writeDisposition(String value) throws IOException {
    String type = value.split("[\\s;]", 2)[0];
    if (type.isEmpty()) {
      out.text(" NIL");
      return;
    }
    out.text(" (").string(type);
    writeParameters(ContentTypeParameters.all(value));
    out.text(")");
  }

  /**
   * Content-Language (RFC 3282).
   *
   * <pre>
   * body-fld-lang = nstring / "(" string *(SP string) ")"
   * </pre>
   */
  private void writeLanguages(String value) throws IOException {
    List<String> languages =
        Arrays.stream(value.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
    if (languages.size() < 2) {
      out.text(" ").nstring(languages.stream().findFirst());
      return;
    }
    String before = " (";
    for (String language : languages) {
      out.text(before).string(language);
      before = " ";
    }
    out.text(")");
  }
}
