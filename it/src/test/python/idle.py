"""Waits over IMAP until there is a second message: idle.py PORT USER PASSWORD."""
import socket, sys

port, user, password = int(sys.argv[1]), sys.argv[2], sys.argv[3]
connection = socket.create_connection(('127.0.0.1', port), timeout=120)
lines = connection.makefile('rb')


def command(tag, text):
    connection.sendall(f'{tag} {text}\r\n'.encode())
    while not (line := lines.readline()).startswith(tag.encode() + b' '):
        assert line, 'The session has ended'
    assert line.startswith(tag.encode() + b' OK'), line


command('a', f'LOGIN {user} "{password}"')
command('b', 'SELECT INBOX')
connection.sendall(b'c IDLE\r\n')
assert lines.readline().startswith(b'+')
print('idling', flush=True)
while (line := lines.readline()) != b'* 2 EXISTS\r\n':
    assert line, 'The session has ended'
print('told', flush=True)
connection.sendall(b'DONE\r\n')
assert lines.readline().startswith(b'c OK')
command('d', 'LOGOUT')
