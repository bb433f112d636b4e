package org.mailroom.it.architecture.broken;

import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity with more than mapping. */
@Entity
class LoggedEntity {
  @Id private long id;
  @Named private String name;

  String label() {
    return id + name;
  }
}
