package org.mailroom.smtp.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.mailroom.dsn.Ret;
import org.mailroom.dsn.Xtext;
import org.mailroom.mail.BodyType;
import org.mailroom.smtp.EsmtpParameter;
import org.mailroom.smtp.SmtpSyntaxException;

/**
 * The parameters of MAIL: SIZE (RFC 1870), BODY (RFC 6152), SMTPUTF8 (RFC 6531), RET and ENVID (RFC
 * 3461); AUTH (RFC 4954, 5) is of no consequence.
 *
 * @param size declared octets of the content
 * @param body declared form of the content
 * @param smtpUtf8 true when addresses or header may go beyond ASCII
 * @param ret what a DSN returns
 * @param envelopeId decoded, at most 100 characters as encoded
 */
record MailParameters(
    OptionalLong size,
    Optional<BodyType> body,
    boolean smtpUtf8,
    Optional<Ret> ret,
    Optional<String> envelopeId) {

  private static final MailParameters NONE =
      new MailParameters(
          OptionalLong.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

  private static final int MAX_SIZE_DIGITS = 20;
  private static final int MAX_ENVELOPE_ID = 100;

  /**
   * Reads the values.
   *
   * @throws SmtpSyntaxException with 501 for a wrong value, 555 for an unknown keyword
   */
  static MailParameters of(List<EsmtpParameter> parameters) throws SmtpSyntaxException {
    MailParameters read = NONE;
    for (EsmtpParameter parameter : parameters) {
      read = read.with(parameter);
    }
    return read;
  }

  private MailParameters with(EsmtpParameter parameter) throws SmtpSyntaxException {
    String value = parameter.value().orElse("");
    try {
      return switch (parameter.keyword()) {
        case "SIZE" ->
            new MailParameters(OptionalLong.of(octets(value)), body, smtpUtf8, ret, envelopeId);
        case "BODY" ->
            new MailParameters(size, Optional.of(bodyType(value)), smtpUtf8, ret, envelopeId);
        case "SMTPUTF8" -> new MailParameters(size, body, alone(parameter), ret, envelopeId);
        case "RET" ->
            new MailParameters(
                size,
                body,
                smtpUtf8,
                Optional.of(Ret.valueOf(value.toUpperCase(Locale.ROOT))),
                envelopeId);
        case "ENVID" ->
            new MailParameters(size, body, smtpUtf8, ret, Optional.of(envelopeId(value)));
        case "AUTH" -> vouchedFor(value);
        default -> throw new SmtpSyntaxException(Replies.UNKNOWN_PARAMETER);
      };
    } catch (IllegalArgumentException e) {
      throw new SmtpSyntaxException(Replies.BAD_VALUE);
    }
  }

  /** Read and forgotten: nobody is trusted to say who somebody else is. */
  private MailParameters vouchedFor(String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("AUTH has a value");
    }
    Xtext.decode(value);
    return this;
  }

  /** A number of up to 20 digits; what is above the range of long is as good as its maximum. */
  private static long octets(String value) {
    if (value.isEmpty() || value.length() > MAX_SIZE_DIGITS) {
      throw new IllegalArgumentException("SIZE has 1 to 20 digits");
    }
    long octets = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("SIZE has digits");
      }
      octets = octets > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : octets * 10 + digit;
    }
    return octets;
  }

  private static BodyType bodyType(String value) throws SmtpSyntaxException {
    for (BodyType type : BodyType.values()) {
      if (type.keyword().equalsIgnoreCase(value)) {
        return type;
      }
    }
    throw new SmtpSyntaxException(Replies.UNKNOWN_PARAMETER);
  }

  private static boolean alone(EsmtpParameter parameter) {
    if (parameter.value().isPresent()) {
      throw new IllegalArgumentException("SMTPUTF8 has no value");
    }
    return true;
  }

  private static String envelopeId(String value) {
    if (value.isEmpty() || value.length() > MAX_ENVELOPE_ID) {
      throw new IllegalArgumentException("ENVID has 1 to 100 characters");
    }
    return Xtext.decode(value);
  }
}
