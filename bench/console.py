"""A person at the console: signs in, opens pages, and lets them refresh themselves.

console.py HTTP_PORT USER PASSWORD TOKEN_FILE   a line for each page, between tabs: its name, milliseconds to its last
                                                octet in each turn, and of a refresh of what changes in it, if it does
"""
import http.cookiejar
import json
import re
import sys
import time
import urllib.parse
import urllib.request

TURNS = 20
REFRESH = re.compile(r'refreshPage\s*=\s*function\(\)\s*\{return PrimeFaces\.ab\(\{s:"([^"]+)",f:"([^"]+)",p:"[^"]*",u:"([^"]+)"')
VIEW_STATE = re.compile(r'name="jakarta\.faces\.ViewState"[^>]*value="([^"]+)"')


class Visit:
    """A browser that keeps its cookies."""

    def __init__(self, port, user, password):
        self.root = f'http://127.0.0.1:{port}'
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.get('/queue.xhtml')
        page = self.post('/j_security_check', {'j_username': user, 'j_password': password, 'next': ''})
        assert 'j_password' not in page, 'The sign-in has failed'

    def get(self, path):
        with self.opener.open(self.root + path, timeout=120) as answer:
            return answer.read().decode()

    def post(self, path, fields, headers=None):
        request = urllib.request.Request(self.root + path, urllib.parse.urlencode(fields).encode(),
                                         {'Origin': self.root, **(headers or {})})
        with self.opener.open(request, timeout=120) as answer:
            return answer.read().decode()

    def refresh(self, path, page):
        """Says what the page's script says; nothing for a page that doesn't change."""
        command = REFRESH.search(page)
        if not command:
            return None
        source, form, update = command.groups()
        answer = self.post(path, {
            'jakarta.faces.partial.ajax': 'true', 'jakarta.faces.source': source,
            'jakarta.faces.partial.execute': source, 'jakarta.faces.partial.render': update, source: source, form: form,
            'jakarta.faces.ViewState': VIEW_STATE.search(page).group(1)},
            {'Faces-Request': 'partial/ajax', 'X-Requested-With': 'XMLHttpRequest'})
        assert '<partial-response' in answer and '<update' in answer, answer[:400]
        return answer


def some_trace(port, token):
    request = urllib.request.Request(f'http://127.0.0.1:{port}/api/traces?size=1', headers={'Authorization': f'Bearer {token}'})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.load(answer)['traces'][0]['id']


def timed(work):
    """Milliseconds of each turn; the first ones are not counted."""
    times = []
    for turn in range(TURNS + 5):
        began = time.perf_counter()
        work()
        if turn >= 5:
            times.append((time.perf_counter() - began) * 1000)
    return ' '.join(f'{each:.1f}' for each in times)


def main(port, user, password, token_file):
    with open(token_file, encoding='ascii') as file:
        trace = some_trace(port, file.read().strip())
    visit = Visit(port, user, password)
    for name, path in (
            ('overview', '/overview.xhtml'),
            ('queues', '/queues.xhtml'),
            ('queue', '/queue.xhtml'),
            ('queue-last-page', '/queue.xhtml?state=deferred&page=2000'),
            ('queue-by-filter', '/queue.xhtml?filter=domain:d17.test'),
            ('queue-no-match', '/queue.xhtml?filter=domain:nowhere.test'),
            ('traces', '/traces.xhtml'),
            ('traces-by-recipient', '/traces.xhtml?q=to:user17@d17.test'),
            ('traces-by-domain', '/traces.xhtml?q=to:d17.test'),
            ('traces-by-id', f'/traces.xhtml?q={trace}'),
            ('traces-by-subject', '/traces.xhtml?q=subject:nothing+like+it'),
            ('traces-by-status', '/traces.xhtml?q=status:delivered'),
            ('trace', f'/trace.xhtml?id={trace}')):
        figures = timed(lambda: visit.get(path))
        # The server remembers the last few pages only.
        page = visit.get(path)
        if REFRESH.search(page):
            figures += '\t' + timed(lambda: visit.refresh(path, page))
        print(name, figures, sep='\t', flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
