package org.mailroom.it.deployed;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Sends as an application does. */
final class JakartaMailClient {

  private JakartaMailClient() {}

  /** Over STARTTLS, with a password, from the user's own address. */
  static void send(int port, String user, String password, String to) throws MessagingException {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    properties.setProperty("mail.smtp.starttls.required", "true");
    properties.setProperty("mail.smtp.starttls.enable", "true");
    properties.setProperty("mail.smtp.ssl.trust", "*");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
    properties.setProperty("mail.smtp.auth", "true");
    Session session = Session.getInstance(properties);
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(user));
    message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject("from Jakarta Mail");
    message.setText("Hello\r\n");
    Transport.send(message, user, password);
  }
}
