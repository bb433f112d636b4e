package org.mailroom.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the API is. Its classes are found by their annotations. */
@ApplicationPath("/api")
public class Api extends Application {}
