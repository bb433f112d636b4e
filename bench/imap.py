"""A client of IMAP that costs little itself: it reads octets, and looks for the end of a response only.

imap.py fill PORT USER PASSWORD COUNT      appends messages of some 4 KB to the inbox
imap.py time PORT USER PASSWORD COUNT      a line for each command: its name, milliseconds
imap.py idle PORT PASSWORD SESSIONS USERS  logs in so often and idles; a line when all do; ends with its input
"""
import random
import resource
import socket
import sys
import time

WORDS = ('account agreement budget carrier delivery estimate factory gallery harbour invoice journal kettle ledger '
         'machine number office parcel quarter report schedule tender update vendor warehouse yield').split()
PEOPLE = ('ann', 'bob', 'carol', 'dan', 'eve', 'frank', 'grace', 'heidi')
APPENDED_AT_ONCE = 500


class Session:
    """One session; a command may be pipelined behind others."""

    def __init__(self, port, user=None, password=None):
        self.socket = socket.create_connection(('127.0.0.1', port), timeout=600)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.line()
        if user:
            self.do(f'LOGIN {user} "{password}"')

    def line(self):
        octets = b''
        while not octets.endswith(b'\r\n'):
            piece = self.socket.recv(65536)
            assert piece, 'The session has ended'
            octets += piece
        return octets

    def do(self, command, tag=b't'):
        """Says a command, reads to the end of its response and returns how many octets that had."""
        self.socket.sendall(tag + b' ' + (command if isinstance(command, bytes) else command.encode()) + b'\r\n')
        return self.answer(tag)

    def answer(self, tag=b't'):
        end, last, count = b'\r\n' + tag + b' ', b'\r\n', 0
        while True:
            piece = self.socket.recv(1 << 20)
            assert piece, 'The session has ended'
            count += len(piece)
            last = (last + piece)[-4096:] if len(piece) < 4096 else piece[-4096:]
            at = last.rfind(end)
            if at >= 0 and last.endswith(b'\r\n'):
                assert last[at + len(end):].startswith(b'OK'), last[at:]
                return count


def message(number, chance):
    """Plain text, or in one of eight with an alternative and an attachment."""
    sender, receiver = chance.choice(PEOPLE), chance.choice(PEOPLE)
    subject = ' '.join(chance.choice(WORDS) for _ in range(4))
    text = '\r\n'.join(' '.join(chance.choice(WORDS) for _ in range(9)) for _ in range(50))
    if number % 1000 == 0:
        text += '\r\nA zeppelin came by.'
    head = (f'From: {sender.title()} Example <{sender}@files.test>\r\nTo: {receiver}@corp.test\r\n'
            f'Date: Mon, {1 + number % 28:02} Jan 2024 10:00:00 +0000\r\nSubject: {subject} {number}\r\n'
            f'Message-ID: <{number}@files.test>\r\nMIME-Version: 1.0\r\n')
    if number % 8:
        return f'{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n'.encode()
    return (f'{head}Content-Type: multipart/mixed; boundary="edge"\r\n\r\n--edge\r\n'
            f'Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n--edge\r\n'
            f'Content-Type: application/pdf; name="{number}.pdf"\r\nContent-Transfer-Encoding: base64\r\n'
            f'Content-Disposition: attachment; filename="{number}.pdf"\r\n\r\n'
            + 'QUJD' * 19 + '\r\n--edge--\r\n').encode()


def fill(port, user, password, count):
    session = Session(port, user, password)
    chance = random.Random(1)
    for first in range(0, count, APPENDED_AT_ONCE):
        command = b'APPEND INBOX'
        for number in range(first, min(first + APPENDED_AT_ONCE, count)):
            octets = message(number, chance)
            command += b' {%d+}\r\n' % len(octets) + octets
        session.do(command)
    session.do('LOGOUT')


def timed(name, times, work):
    began = time.perf_counter()
    for turn in range(times):
        work(turn)
    print(f'{name} {(time.perf_counter() - began) * 1000 / times:.2f}', flush=True)


def commands(port, user, password, count):
    some = {many: f'{count // 4}:{min(count // 4 + many - 1, count)}' for many in (1000, 10000)}
    timed('login', 20, lambda turn: Session(port, user, password).do('LOGOUT'))
    session = Session(port, user, password)

    def select(turn):
        session.do('SELECT INBOX')
        session.do('UNSELECT')

    timed('select', 5, select)
    session.do('SELECT INBOX')
    timed('status', 5, lambda turn: session.do('STATUS Trash (MESSAGES UNSEEN UIDNEXT)'))
    for name, what in (
            ('fetch-flags', 'FETCH 1:* (UID FLAGS)'),
            ('fetch-summary', 'FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE)'),
            ('fetch-envelope', 'FETCH 1:* (UID ENVELOPE)'),
            ('fetch-structure', 'FETCH 1:* (UID BODYSTRUCTURE)'),
            ('fetch-list-1000', f'FETCH {some[1000]} (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)'),
            ('fetch-fields-10000', f'FETCH {some[10000]} (UID BODY.PEEK[HEADER.FIELDS (FROM TO SUBJECT DATE)])'),
            ('fetch-body-10000', f'FETCH {some[10000]} (UID BODY.PEEK[])'),
            ('search-unseen', 'SEARCH UNSEEN'),
            ('search-from', 'SEARCH FROM grace'),
            ('search-subject', 'SEARCH SUBJECT "kettle ledger"'),
            ('search-sent', 'SEARCH SENTSINCE 27-Jan-2024'),
            ('search-text-rare', 'SEARCH TEXT zeppelin'),
            ('search-text-none', 'SEARCH BODY quetzalcoatl')):
        timed(name, 1 if name.startswith('search-text') else 3, lambda turn: session.do(what))
    timed('store-1000', 4, lambda turn: session.do(f'STORE 1:1000 {"-" if turn % 2 else "+"}FLAGS (\\Flagged)'))
    timed('copy-1000', 1, lambda turn: session.do('COPY 1:1000 Trash'))
    octets = message(1, random.Random(2))
    timed('append', 50, lambda turn: session.do(b'APPEND Drafts {%d+}\r\n' % len(octets) + octets))
    session.do('LOGOUT')


def idle(port, password, sessions, users):
    resource.setrlimit(resource.RLIMIT_NOFILE, (sessions + 100, max(sessions + 100, resource.getrlimit(
        resource.RLIMIT_NOFILE)[1])))
    all_of_them = []
    for number in range(sessions):
        session = Session(port, f'user{number % users}@boxes.test', password)
        session.do('SELECT INBOX')
        session.socket.sendall(b'i IDLE\r\n')
        assert session.line().startswith(b'+')
        all_of_them.append(session)
    print(f'{len(all_of_them)} sessions idle', flush=True)
    sys.stdin.read()


if __name__ == '__main__':
    what, words = sys.argv[1], sys.argv[2:]
    if what == 'fill':
        fill(int(words[0]), words[1], words[2], int(words[3]))
    elif what == 'time':
        commands(int(words[0]), words[1], words[2], int(words[3]))
    else:
        idle(int(words[0]), words[1], int(words[2]), int(words[3]))
