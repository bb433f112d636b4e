"""What a user agent does over IMAP, by Python's own library: imap.py PORT USER PASSWORD."""
import imaplib, ssl, sys

port, user, password = int(sys.argv[1]), sys.argv[2], sys.argv[3]
tls = ssl._create_unverified_context()


def session():
    imap = imaplib.IMAP4('127.0.0.1', port, timeout=60)
    assert 'STARTTLS' in imap.capabilities, imap.capabilities
    imap.starttls(tls)
    imap.login(user, password)
    return imap


def ok(answer):
    kind, data = answer
    assert kind == 'OK', answer
    return data


imap = session()
for wanted in ('IMAP4REV1', 'IMAP4REV2', 'UIDPLUS', 'MOVE', 'CONDSTORE', 'QRESYNC', 'IDLE'):
    assert wanted in imap.capabilities or wanted in str(ok(imap.capability())).upper(), wanted

names = ok(imap.list())
assert any(b'\\Trash' in line for line in names), names
assert ok(imap.select('INBOX')) == [b'5']
assert imap.response('UIDNEXT')[1] == [b'6']

# Reads without marking, then with.
data = ok(imap.fetch('1:*', '(UID FLAGS RFC822.SIZE ENVELOPE BODY.PEEK[HEADER.FIELDS (SUBJECT)])'))
assert len([part for part in data if isinstance(part, tuple)]) == 5, data
assert ok(imap.search(None, 'UNSEEN')) == [b'1 2 3 4 5']
body = ok(imap.fetch('2', '(BODY[])'))
assert b'Subject: number 2' in body[0][1], body
assert ok(imap.search(None, 'UNSEEN')) == [b'1 3 4 5']
assert ok(imap.search('UTF-8', 'SUBJECT', '"number 3"')) == [b'3']
assert ok(imap.uid('SEARCH', 'OR', 'SEEN', 'TEXT', '"number 5"')) == [b'2 5']

# Another session hears of what this one does.
other = session()
ok(other.select('INBOX'))
ok(imap.store('1', '+FLAGS', '(\\Answered $Forwarded)'))
other.response('FETCH')
ok(other.noop())
told = other.response('FETCH')[1]
assert told and b'\\Answered' in told[0] and b'$Forwarded' in told[0], told

# Drafts and mailboxes.
ok(imap.create('Work/&U,BTFw-'))
ok(imap.append('Work/&U,BTFw-', '(\\Draft)', None, 'Subject: 草稿\r\n\r\n你好\r\n'.encode()))
ok(imap.select('Work/&U,BTFw-'))
assert ok(imap.search('UTF-8', 'TEXT', '"你好"'.encode())) == [b'1']
ok(imap.rename('Work', 'Play'))
assert any(b'Play/' in line for line in ok(imap.list()))
ok(imap.unsubscribe('Junk'))
assert not any(b'"Junk"' in line for line in ok(imap.lsub()))

# Moved, copied, expunged.
ok(imap.select('INBOX'))
ok(imap.uid('MOVE', '1:2', 'Trash'))
ok(imap.copy('1', 'Archive'))
assert ok(imap.search(None, 'ALL')) == [b'1 2 3']
ok(imap.store('3', '+FLAGS.SILENT', '\\Deleted'))
ok(imap.expunge())
assert ok(imap.uid('SEARCH', 'ALL')) == [b'3 4']
ok(other.noop())
assert ok(other.uid('SEARCH', 'ALL')) == [b'3 4']
status = ok(imap.status('Trash', '(MESSAGES UNSEEN UIDNEXT)'))
assert status == [b'"Trash" (MESSAGES 2 UNSEEN 1 UIDNEXT 3)'], status

# What can't be.
for kind, wrong in (
    ('NO', lambda: imap.select('Nowhere')),
    ('NO', lambda: imap.create('INBOX')),
    ('NO', lambda: imap.delete('INBOX')),
):
    answer = wrong()
    assert answer[0] == kind, answer
other.logout()
imap.logout()
print('done')
