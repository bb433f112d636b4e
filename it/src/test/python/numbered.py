"""Fills an inbox with numbered messages, counts them or lists their subjects.

numbered.py PORT USER PASSWORD fill COUNT | count | subjects
"""
import imaplib
import re
import sys

port, user, password, what = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
imap = imaplib.IMAP4('127.0.0.1', port)
imap.login(user, password)
if what == 'fill':
    # Many messages in one command (RFC 3502), in one write.
    count, many = int(sys.argv[5]), 500
    for first in range(0, count, many):
        command = b'many APPEND INBOX'
        for number in range(first, min(first + many, count)):
            mail = f'From: ann@away.test\r\nSubject: number {number}\r\n\r\n'.encode()
            mail += b'Hello.\r\n' * 100
            command += b' {%d+}\r\n' % len(mail) + mail
        imap.send(command + b'\r\n')
        while not (line := imap.readline()).startswith(b'many '):
            assert line, 'The session has ended'
        assert line.startswith(b'many OK'), line
elif what == 'count':
    print(imap.select('INBOX', readonly=True)[1][0].decode())
else:
    imap.select('INBOX', readonly=True)
    for item in imap.fetch('1:*', '(BODY.PEEK[HEADER.FIELDS (SUBJECT)])')[1]:
        if isinstance(item, tuple):
            print(re.search(rb'number \d+', item[1]).group().decode())
imap.logout()
