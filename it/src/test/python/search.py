"""Appends the messages of a folder to the inbox, or asks for texts: search.py PORT USER PASSWORD FOLDER [TEXTS].

TEXTS is a file with a search key and a text in each line; the UIDs that each finds are printed.
"""
import imaplib, os, ssl, sys

port, user, password, folder = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
imap = imaplib.IMAP4('127.0.0.1', port, timeout=120)
imap.starttls(ssl._create_unverified_context())
imap.login(user, password)


def ok(answer):
    kind, data = answer
    assert kind == 'OK', answer
    return data


if len(sys.argv) == 5:
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), 'rb') as file:
            ok(imap.append('INBOX', None, None, file.read()))
    sys.exit()

ok(imap.select('INBOX', readonly=True))
with open(sys.argv[5], encoding='utf-8') as texts:
    for line in texts.read().splitlines():
        key, text = line.split(' ', 1)
        imap.literal = text.encode('utf-8')
        found = ok(imap.uid('SEARCH', 'CHARSET', 'UTF-8', key))
        print(b' '.join(part for part in found if part).decode())
imap.logout()
