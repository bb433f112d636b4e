"""
Ann and Bob write to each other, each with the user agent's side of Python's library and by the hub
of their own company: conversation.py HUB_A HUB_B SUBMISSION IMAP POP3 PASSWORD.
"""
import email, email.policy, imaplib, poplib, smtplib, ssl, sys, time
from email.message import EmailMessage

hub_a, hub_b = sys.argv[1:3]
submission, imap_port, pop3_port = map(int, sys.argv[3:6])
password = sys.argv[6]
tls = ssl._create_unverified_context()
ANN, BOB = 'ann@a.test', 'bob@b.test'
IMAGE, SOUND, FILM = (bytes(range(256)) * n for n in (40, 400, 4000))


def send(hub, user, message):
    with smtplib.SMTP(hub, submission, timeout=60) as smtp:
        smtp.starttls(context=tls)
        smtp.login(user, password)
        smtp.send_message(message)


def mailbox(hub, user):
    imap = imaplib.IMAP4(hub, imap_port, timeout=60)
    imap.starttls(tls)
    imap.login(user, password)
    return imap


def ok(answer):
    assert answer[0] == 'OK', answer
    return answer[1]


def await_message(imap, *key):
    """The number of the one message that a search finds, once it is there."""
    ok(imap.select('INBOX'))
    for _ in range(300):
        ok(imap.noop())
        found = ok(imap.search('UTF-8', *key))[0].split()
        if found:
            assert len(found) == 1, found
            return found[0].decode()
        time.sleep(0.2)
    raise AssertionError(f'Nothing came that {key} finds')


def read(imap, number):
    return email.message_from_bytes(
        ok(imap.fetch(number, '(BODY[])'))[0][1], policy=email.policy.default)


# Ann composes, saves a draft, sends it, and keeps a copy.
mail = EmailMessage()
mail['From'], mail['To'], mail['Subject'] = ANN, BOB, '你好, lunch?'
mail['Message-ID'] = '<first@a.test>'
mail.set_content('Noon? https://a.test/menu\n')
mail.add_alternative('<p>Noon? <a href="https://a.test/menu">Menu</a><img src="cid:dish">', 'html')
mail.add_attachment(IMAGE, 'image', 'png', filename='dish.png', cid='<dish>')
mail.add_attachment(SOUND, 'audio', 'ogg', filename='bell.ogg')
mail.add_attachment(FILM, 'video', 'mp4', filename='kitchen.mp4')
anns = mailbox(hub_a, ANN)
ok(anns.append('Drafts', '(\\Draft)', None, mail.as_bytes(policy=email.policy.SMTP)))
send(hub_a, ANN, mail)
ok(anns.select('Drafts'))
ok(anns.uid('MOVE', '1', 'Sent'))

# Bob reads it over IMAP, and has the same over POP3.
bobs = mailbox(hub_b, BOB)
number = await_message(bobs, 'SUBJECT', '"你好"'.encode())
got = read(bobs, number)
assert got['Subject'] == mail['Subject'] and got['From'] == ANN, got.items()
parts = {part.get_filename(): part.get_content() for part in got.iter_attachments()}
assert parts == {'dish.png': IMAGE, 'bell.ogg': SOUND, 'kitchen.mp4': FILM}, parts.keys()
assert 'href="https://a.test/menu"' in got.get_body(('html',)).get_content()
pop = poplib.POP3(hub_b, pop3_port, timeout=60)
pop.stls(tls)
pop.user(BOB)
pop.pass_(password)
fetched = b'\r\n'.join(pop.retr(1)[1]) + b'\r\n'
assert fetched == ok(bobs.fetch(number, '(BODY.PEEK[])'))[0][1]
pop.quit()

# Bob replies, and marks the mail as answered.
reply = EmailMessage()
reply['From'], reply['To'], reply['Subject'] = BOB, ANN, 'Re: ' + got['Subject']
reply['In-Reply-To'] = reply['References'] = got['Message-ID']
reply.set_content('Noon it is. 好的\n')
send(hub_b, BOB, reply)
ok(bobs.store(number, '+FLAGS', '\\Answered'))

# Ann reads the answer, and forwards it with all it has.
number = await_message(anns, 'HEADER', 'In-Reply-To', '<first@a.test>')
answer = read(anns, number)
assert answer.get_content().startswith('Noon it is. 好的'), answer
forward = EmailMessage()
forward['From'], forward['To'], forward['Subject'] = ANN, BOB, 'Fwd: lunch'
forward.set_content('You wrote this:\n')
forward.add_attachment(answer)
send(hub_a, ANN, forward)
number = await_message(bobs, 'SUBJECT', 'Fwd')
assert b'"MESSAGE" "RFC822"' in ok(bobs.fetch(number, 'BODYSTRUCTURE'))[0].upper()
inner = read(bobs, number).get_payload()[1].get_payload()[0]
assert inner['In-Reply-To'] == '<first@a.test>', inner.items()
print('done')
