"""
What extensions of IMAP add, by Python's own libraries: mail in order, names in UTF-8, octets that are
deflated. extensions.py PORT USER PASSWORD.
"""
import imaplib, ssl, sys, zlib

port, user, password = int(sys.argv[1]), sys.argv[2], sys.argv[3]
imaplib.Commands['COMPRESS'] = ('AUTH', 'SELECTED')
tls = ssl._create_unverified_context()


class Deflated:
    """A socket whose octets are deflated both ways."""

    def __init__(self, socket):
        self.socket = socket
        self.deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
        self.inflater = zlib.decompressobj(-15)
        self.inflated = b''
        self.received = 0

    def sendall(self, octets):
        self.socket.sendall(self.deflater.compress(octets) + self.deflater.flush(zlib.Z_SYNC_FLUSH))

    def more(self):
        octets = self.socket.recv(8192)
        assert octets, 'The session has ended'
        self.received += len(octets)
        self.inflated += self.inflater.decompress(octets)

    def read(self, size):
        while len(self.inflated) < size:
            self.more()
        octets, self.inflated = self.inflated[:size], self.inflated[size:]
        return octets

    def readline(self):
        while b'\n' not in self.inflated:
            self.more()
        return self.read(self.inflated.index(b'\n') + 1)


class Imap(imaplib.IMAP4):
    deflated = None

    def compress(self):
        ok(self.xatom('COMPRESS', 'DEFLATE'))
        self.deflated = Deflated(self.sock)

    def send(self, data):
        self.deflated.sendall(data) if self.deflated else super().send(data)

    def read(self, size):
        return self.deflated.read(size) if self.deflated else super().read(size)

    def readline(self):
        return self.deflated.readline() if self.deflated else super().readline()


def session():
    imap = Imap('127.0.0.1', port, timeout=60)
    imap.starttls(tls)
    imap.login(user, password)
    capabilities = ok(imap.capability())[0].decode().upper().split()
    for wanted in ('SORT', 'ESORT', 'SORT=DISPLAY', 'THREAD=REFERENCES', 'THREAD=ORDEREDSUBJECT',
                   'XLIST', 'UTF8=ACCEPT', 'COMPRESS=DEFLATE'):
        assert wanted in capabilities, capabilities
    imap.capabilities = tuple(capabilities)
    return imap


def ok(answer):
    kind, data = answer
    assert kind == 'OK', answer
    return data


def mail(id, subject, date, sender, references=''):
    return (f'Message-ID: <{id}@x>\r\nSubject: {subject}\r\nDate: {date}\r\nFrom: {sender}\r\n'
            f'References: {references}\r\n\r\n{subject}\r\n').encode()


imap = session()
ok(imap.create('Work'))
for message in (
    mail('a', 'lunch', 'Sun, 1 Feb 2026 12:00:00 +0000', 'zoe@away.test'),
    mail('b', 'Re: lunch', 'Sun, 1 Feb 2026 12:00:00 -0500', '"Ann" <y@away.test>', '<a@x>'),
    mail('c', '=?utf-8?B?5Y2I6aSQ?=', 'Sun, 1 Feb 2026 12:00:00 +0900', 'bea@away.test'),
    mail('d', '[list] Re: Lunch', 'Sun, 1 Feb 2026 13:00:00 +0000', 'cy@away.test', '<a@x> <b@x>'),
):
    ok(imap.append('Work', None, None, message))
ok(imap.select('Work'))
assert ok(imap.sort('(DATE)', 'UTF-8', 'ALL')) == [b'3 1 4 2']
assert ok(imap.sort('(SUBJECT REVERSE DATE)', 'UTF-8', 'ALL')) == [b'2 4 1 3']
assert ok(imap.uid('SORT', '(FROM)', 'UTF-8', 'SUBJECT', 'lunch')) == [b'4 2 1']
assert ok(imap.sort('(DISPLAYFROM)', 'UTF-8', 'ALL')) == [b'2 3 4 1']
assert ok(imap.thread('REFERENCES', 'UTF-8', 'ALL')) == [b'(3)(1 2 4)']
assert ok(imap.uid('THREAD', 'ORDEREDSUBJECT', 'UTF-8', 'ALL')) == [b'(3)(1 (4)(2))']
ok(imap.xatom('SORT', 'RETURN (MIN ALL COUNT)', '(DATE)', 'UTF-8', 'ALL'))
esearch = imap.response('ESEARCH')[1][0]
assert esearch.endswith(b'MIN 3 ALL 3,1,4,2 COUNT 4'), esearch
ok(imap.xatom('XLIST', '""', '"*"'))
xlist = b' '.join(imap.response('XLIST')[1])
assert b'\\Inbox) "/" "INBOX"' in xlist and b'\\Spam) "/" "Junk"' in xlist, xlist

# In UTF-8.
ok(imap.unselect())
ok(imap.enable('UTF8=ACCEPT'))
ok(imap.create('"工作/午餐"'))
names = ok(imap.list())
assert any('"工作/午餐"'.encode() in line for line in names), names
message = 'Subject: 午餐\r\n\r\n你好\r\n'.encode()
imap.send(f'u APPEND "工作/午餐" (\\Seen) UTF8 (~{{{len(message)}+}}\r\n'.encode() + message + b')\r\n')
assert (line := imap.readline()).startswith(b'u OK'), line
ok(imap.select('"工作/午餐"'))
assert ok(imap.fetch('1', '(BODY.PEEK[])'))[0][1] == message
assert '"午餐"'.encode() in ok(imap.fetch('1', '(ENVELOPE)'))[0]
assert ok(imap.search(None, 'SUBJECT', '"午"')) == [b'1']
imap.logout()

# Deflated: large both ways, and what comes while it idles.
imap = session()
imap.compress()
large = b'Subject: large\r\n\r\n' + b''.join(b'%08d all work and no play\r\n' % n for n in range(50000))
ok(imap.append('Work', None, None, large))
ok(imap.select('Work'))
assert ok(imap.fetch('5', '(BODY.PEEK[])'))[0][1] == large
assert imap.deflated.received < len(large) / 3, imap.deflated.received
kind, data = imap.xatom('COMPRESS', 'DEFLATE')
assert kind == 'NO' and b'COMPRESSIONACTIVE' in data[0], data
imap.send(b'i IDLE\r\n')
assert imap.readline().startswith(b'+')
other = session()
for n in range(6, 9):
    ok(other.append('Work', None, None, b'Subject: small\r\n\r\n'))
    while (line := imap.readline()) != b'* %d EXISTS\r\n' % n:
        assert line, 'The session has ended'
imap.send(b'DONE\r\n')
while not (line := imap.readline()).startswith(b'i OK'):
    assert line.startswith(b'*'), line
assert ok(imap.search(None, 'SUBJECT', 'small')) == [b'6 7 8']
imap.logout()
other.logout()
print('done')
