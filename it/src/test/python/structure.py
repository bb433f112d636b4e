"""
Compares the body structure of each message with its octets: structure.py PORT USER PASSWORD. Every
part that has a number is fetched, and is where the message has it.
"""
import imaplib, re, sys

port, user, password = int(sys.argv[1]), sys.argv[2], sys.argv[3]
imaplib._MAXLINE = 50_000_000
imap = imaplib.IMAP4('127.0.0.1', port, timeout=120)
imap.login(user, password)
kind, count = imap.select('INBOX', readonly=True)
assert kind == 'OK'


def literal(number, item):
    kind, data = imap.fetch(str(number), f'({item})')
    assert kind == 'OK', (number, item, data)
    for part in data:
        if isinstance(part, tuple):
            return part[1]
    text = b''.join(part for part in data if isinstance(part, bytes))
    quoted = re.search(rb'"((?:[^"\\]|\\.)*)"\)$', text)
    return quoted.group(1) if quoted else b''


for number in range(1, int(count[0]) + 1):
    whole = literal(number, 'BODY.PEEK[]')
    header = literal(number, 'BODY.PEEK[HEADER]')
    text = literal(number, 'BODY.PEEK[TEXT]')
    assert header + text == whole, number
    assert literal(number, 'BODY.PEEK[]<10.50>') == whole[10:60], number
    for item in ('ENVELOPE', 'BODY', 'BODYSTRUCTURE', 'FAST', 'FULL', 'BINARY.SIZE[1]'):
        kind, data = imap.fetch(str(number), item)
        assert kind == 'OK' or item.startswith('BINARY'), (number, item, data)
    for path in ('1', '2', '1.1', '1.2', '2.1'):
        assert literal(number, f'BODY.PEEK[{path}]') in whole, (number, path)
        assert literal(number, f'BODY.PEEK[{path}.MIME]') in whole, (number, path)
imap.logout()
