package org.mailroom.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A text whose column has octets, as they are read faster. */
@Converter
class Utf8Text implements AttributeConverter<String, byte[]> {

  @Override
  public byte[] convertToDatabaseColumn(String text) {
    return text == null ? null : text.getBytes(UTF_8);
  }

  @Override
  public String convertToEntityAttribute(byte[] octets) {
    return octets == null ? null : new String(octets, UTF_8);
  }
}
