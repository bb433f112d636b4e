package org.mailroom.console.firstrun;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailroom.certificate.Certificates;
import org.mailroom.hub.Listeners;
import org.mailroom.hub.Listeners.ListenerState;
import org.mailroom.settings.SettingLine;
import org.mailroom.settings.SettingName;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsReport;

/** The fourth step: where the hub listens, its certificate, and what to write for others. */
@Named
@RequestScoped
public class FirstPortsView {

  private static final Map<SettingName, Integer> USUAL = usual();

  @Inject private Settings settings;
  @Inject private SettingsReport report;
  @Inject private Listeners listeners;
  @Inject private Certificates certificates;
  @Inject private FirstFacts facts;
  @Inject private StepDeeds deeds;

  private static Map<SettingName, Integer> usual() {
    Map<SettingName, Integer> usual = new LinkedHashMap<>();
    usual.put(SettingName.SMTP_PORT, 25);
    usual.put(SettingName.SUBMISSION_PORT, 587);
    usual.put(SettingName.SUBMISSIONS_PORT, 465);
    usual.put(SettingName.POP3_PORT, 110);
    usual.put(SettingName.POP3S_PORT, 995);
    usual.put(SettingName.IMAP_PORT, 143);
    usual.put(SettingName.IMAPS_PORT, 993);
    return usual;
  }

  /** The listeners of mail. */
  public List<PortLine> getLines() {
    List<PortLine> lines = new ArrayList<>();
    settings.ports().mail().forEach((name, port) -> lines.add(line(name, port)));
    return lines;
  }

  private PortLine line(SettingName setting, int port) {
    String name = setting.name().replace("_PORT", "").toLowerCase(Locale.ROOT);
    ListenerState state =
        listeners.states().stream()
            .filter(one -> one.name().equals(name))
            .findAny()
            .orElse(new ListenerState(name, "", false, ""));
    String shown = port == 0 ? "off" : state.open() ? "open" : "closed";
    String source =
        report.lines().stream()
            .filter(line -> line.name() == setting)
            .map(SettingLine::source)
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .findAny()
            .orElse("default");
    return new PortLine(
        name, shown, state.open() ? state.address() : state.reason(), line(setting), source);
  }

  private static String line(SettingName setting) {
    return setting.key() + "=" + USUAL.get(setting);
  }

  /** What a hub that is there for everybody has in its file of settings. */
  public String getFile() {
    List<String> lines = new ArrayList<>();
    lines.add(SettingName.BIND.key() + "=0.0.0.0");
    lines.add(SettingName.HOSTNAME.key() + "=mail." + facts.domain());
    settings
        .ports()
        .mail()
        .forEach(
            (name, port) -> {
              if (port != 0) {
                lines.add(line(name));
              }
            });
    lines.add(SettingName.TLS_CERTIFICATE.key() + "=/etc/mailroom/certificate.pem");
    lines.add(SettingName.TLS_KEY.key() + "=/etc/mailroom/key.pem");
    return String.join("\n", lines);
  }

  /** The file of the certificate in use; empty for one of the hub's own making. */
  public String getCertificate() {
    return settings.certificate().map(files -> files.certificate().toString()).orElse("");
  }

  /** When it ends. */
  public String getEnds() {
    return deeds.phrases().exact(certificates.ends());
  }

  /** How long it is until then. */
  public String getUntil() {
    return deeds.phrases().until(certificates.ends());
  }
}
