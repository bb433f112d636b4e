package org.mailroom.relay;

import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.RecipientOutcome;

/**
 * What a next hop made of a mail.
 *
 * @param outcomes one per recipient, in the order of the envelope
 * @param reached true when some host of the hop has answered a mail as a working one does
 * @param hopFailure why none did, when it was the hop's failure
 */
record HopResult(
    List<RecipientOutcome> outcomes, boolean reached, Optional<Diagnosis> hopFailure) {}
