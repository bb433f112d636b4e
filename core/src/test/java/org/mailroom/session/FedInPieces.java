package org.mailroom.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that takes how many octets the server gets at once: all, one, and a few. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "in pieces of {0}")
@ValueSource(ints = {Integer.MAX_VALUE, 1, 7})
public @interface FedInPieces {}
