"""Makes an mbox file and a Maildir++ by Python's own library: mailfiles.py FOLDER."""
import mailbox, os, sys

folder = sys.argv[1]
NOON = 1795953600

mbox = mailbox.mbox(os.path.join(folder, 'old.mbox'))
for number in range(1, 4):
    message = mailbox.mboxMessage(
        ('Subject: mbox %d\n\nFrom here\n\nFrom eve@away.test Sun Nov 29 10:00:00 2026\n8 bit: \xe9\n' % number).encode('latin-1')
    )
    message.set_from('eve@away.test', __import__('time').gmtime(NOON + number))
    message.set_flags(['', 'RO', 'ROAF'][number - 1])
    mbox.add(message)
mbox.flush()
mbox.close()

root = mailbox.Maildir(os.path.join(folder, 'Maildir'))


def add(box, subject, flags, date):
    message = mailbox.MaildirMessage(('Subject: %s\n\n%s\n' % (subject, subject)).encode())
    message.set_flags(flags)
    message.set_subdir('cur' if flags else 'new')
    message.set_date(date)
    box.add(message)


add(root, 'new one', '', NOON)
add(root, 'read one', 'RS', NOON + 1)
add(root.add_folder('Sent'), 'sent one', 'S', NOON + 2)
add(root.add_folder('Work.&U,BTFw-'), 'plan', 'FPSa', NOON + 3)
with open(os.path.join(folder, 'Maildir', '.Work.&U,BTFw-', 'dovecot-keywords'), 'w') as keywords:
    keywords.write('0 urgent\n')
