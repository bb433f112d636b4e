"""Reads, flags, deletes and answers mail with NeoMutt in a terminal.

neomutt.py FOLDER IMAP_PORT SUBMISSION_PORT USER PASSWORD
"""
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time

folder, imap, submission, user, password = sys.argv[1:]
PATIENCE = 60

settings = os.path.join(folder, 'neomuttrc')
with open(settings, 'w', encoding='utf-8') as file:
    file.write(f'''
set imap_user="{user}" imap_pass="{password}"
set folder="imap://127.0.0.1:{imap}/" spoolfile="+INBOX" record="+Sent" postponed="+Drafts"
set smtp_url="smtp://{user}@127.0.0.1:{submission}/" smtp_pass="{password}"
set from="{user}" realname="Ann"
set ssl_force_tls=yes ssl_verify_host=no ssl_verify_dates=no certificate_file="{folder}/trusted"
set editor="sh -c 'echo Yes, at noon. >> \\"$0\\"'" edit_headers=no fast_reply=yes include=yes
set sort=mailbox-order header_cache="" message_cachedir="" quit=yes delete=yes mail_check=5 wait_key=no
set history_file="" pager_index_lines=0 copy=yes abort_unmodified=no imap_idle=no
''')

process, terminal = pty.fork()
if process == 0:
    os.environ.update(TERM='xterm', HOME=folder, LINES='24', COLUMNS='100', LC_ALL='C.UTF-8')
    os.execvp('neomutt', ['neomutt', '-n', '-F', settings])

shown = ''


def look(wanted, *asked):
    """Waits until the screen has shown a text; answers what it asks for meanwhile."""
    global shown
    end = time.monotonic() + PATIENCE
    while not re.search(wanted, shown):
        for question, answer in asked:
            if re.search(question, shown):
                shown = ''
                os.write(terminal, answer)
        left = end - time.monotonic()
        assert left > 0, f'{wanted!r} was not shown, but {shown[-2000:]!r}'
        if select.select([terminal], [], [], min(left, 1))[0]:
            octets = os.read(terminal, 65536).decode('utf-8', 'replace')
            shown += re.sub(r'\x1b\[[0-9;?]*[A-Za-z]|\x1b[()=>][0-9A-Za-z]?', ' ', octets)


def press(keys, wanted, *asked):
    global shown
    shown = ''
    os.write(terminal, keys)
    look(wanted, *asked)


accept = (r'\(o\)nce', b'o')
try:
    look('午餐|Lunch', accept)
    press(b'1\r\r', 'Shall we have lunch')
    press(b'r', r'y:\s*Send')
    press(b'y', r'Mail sent|sent\.', accept)
    press(b'q', 'number 2')
    press(b'2\rF', 'number 2|!')
    press(b'3\rd', 'number 4|D')
    press(b'$', r'[Ff]lag|[Mm]ark|kept|unchanged|Deleting|Expunging|deleted')
    time.sleep(2)
    os.write(terminal, b'q')
    end = time.monotonic() + PATIENCE
    while os.waitpid(process, os.WNOHANG)[0] == 0:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                shown += os.read(terminal, 65536).decode('utf-8', 'replace')
            except OSError:
                pass
        assert time.monotonic() < end, f'NeoMutt does not end: {shown[-2000:]!r}'
finally:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        pass
print('done')
