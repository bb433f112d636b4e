package org.mailroom.it.architecture.broken;

import jakarta.resource.spi.ActivationSpec;

/** Sees the connector API outside the adapters. */
record ResourceUser(ActivationSpec spec) {}
