"""A mail server for tests: keeps what it takes, and misbehaves as it is told.

smtp_server.py FOLDER [--cert CERT KEY] [--user NAME PASSWORD] [--refuse] [--busy N] [--slow SECONDS] [--drop-after-data N]

Prints its port. Every mail taken becomes FOLDER/<n>.eml, and, as Python's own mail reader understands it, FOLDER/<n>.json
with its attachments beside it.
"""
import asyncio
import email
import email.policy
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder = sys.argv[1]
options = sys.argv[2:]


def option(name, count, default):
    return options[options.index(name) + 1:options.index(name) + 1 + count] if name in options else default


cert = option('--cert', 2, None)
user = option('--user', 2, None)
busy = int(option('--busy', 1, ['0'])[0])
slow = float(option('--slow', 1, ['0'])[0])
drops = int(option('--drop-after-data', 1, ['0'])[0])
taken = 0
met = {'busy': 0, 'drop': 0}


def keep(content, session, envelope):
    global taken
    taken += 1
    with open(os.path.join(folder, f'{taken}.eml'), 'wb') as file:
        file.write(content)
    mail = email.message_from_bytes(content, policy=email.policy.default)
    attachments = []
    for index, part in enumerate(mail.iter_attachments()):
        path = os.path.join(folder, f'{taken}-{index}.bin')
        with open(path, 'wb') as file:
            file.write(part.get_payload(decode=True))
        attachments.append({'name': part.get_filename(), 'type': part.get_content_type(), 'path': path})
    read = {
        'subject': mail['subject'], 'from': str(mail['from']), 'to': str(mail['to']), 'messageId': mail['message-id'],
        'autoSubmitted': mail['auto-submitted'], 'envelopeTo': envelope.rcpt_tos, 'tls': session.ssl is not None,
        'signedIn': bool(session.authenticated), 'type': mail.get_content_type(),
        'text': mail.get_body(('plain',)).get_content(), 'html': mail.get_body(('html',)).get_content(),
        'attachments': attachments, 'longestLine': max(len(line) for line in content.splitlines()),
    }
    partial = os.path.join(folder, f'{taken}.partial')
    with open(partial, 'w', encoding='utf-8') as file:
        json.dump(read, file, ensure_ascii=False)
    os.rename(partial, os.path.join(folder, f'{taken}.json'))


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if '--refuse' in options:
            return '550 5.1.1 no such mailbox'
        if met['busy'] < busy:
            met['busy'] += 1
            return '451 4.3.2 try again later'
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def auth_login(self, server, args):
        """The mechanism as .NET writes it: in lower case, where the server compares letter by letter."""
        return await server.auth_LOGIN(server, args)

    async def handle_DATA(self, server, session, envelope):
        if slow:
            await asyncio.sleep(slow)
        keep(envelope.content, session, envelope)
        if met['drop'] < drops:
            met['drop'] += 1
            server.transport.abort()
        return '250 OK'


def authenticate(server, session, envelope, mechanism, data):
    fits = isinstance(data, LoginPassword) and user == [data.login.decode(), data.password.decode()]
    return AuthResult(success=fits, handled=False)


def connection():
    tls = None
    if cert:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(*cert)
    return SMTP(Handler(), tls_context=tls, require_starttls=bool(cert), authenticator=authenticate if user else None,
                auth_required=bool(user), auth_require_tls=bool(cert), data_size_limit=1 << 26, hostname='localhost')


async def main():
    server = await asyncio.get_running_loop().create_server(connection, '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.sleep(600)


asyncio.run(main())
