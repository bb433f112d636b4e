package org.mailroom.it.architecture.broken;

import jakarta.persistence.EntityManager;

/** A view with a hand in the store. */
record StoreView(EntityManager store) {}
