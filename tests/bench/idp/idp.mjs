#!/usr/bin/env node
/**
 * A real OpenID provider for tests and the demo: `oidc-provider` with a plain sign-in page. Loopback only, fixed
 * accounts (`accounts.mjs`), everything in memory. Never for production.
 *
 * Set by the environment:
 *   IDP_PORT          port of 127.0.0.1 to listen on (default 9090; 0 takes a free one)
 *   IDP_REDIRECT_URIS Directus's callback addresses, separated by blanks (PUBLIC_URL/auth/login/NAME/callback)
 *   IDP_REFRESH       `yes`: gives refresh tokens, and Directus then asks here on every refresh (default `no`)
 *   IDP_DENY          `yes`: refuses every sign-in with access_denied (default `no`; the page has a Cancel button)
 *   IDP_CLIENT_ID, IDP_CLIENT_SECRET
 * For plain OAuth 2.0 use the scope `profile email` and the address `/profile`.
 * Prints `listening ISSUER` when ready.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

import Provider from 'oidc-provider';

import { PASSWORD, claimsOf } from './accounts.mjs';

const env = process.env;
const clientId = env.IDP_CLIENT_ID ?? 'directus';
const clientSecret = env.IDP_CLIENT_SECRET ?? 'directus-client-secret';
const redirectUris = (env.IDP_REDIRECT_URIS ?? 'http://127.0.0.1:8055/auth/login/corp/callback')
  .trim()
  .split(/\s+/);
const SCOPE = 'openid profile email offline_access';

const server = createServer();
await new Promise((resolve) => server.listen(Number(env.IDP_PORT ?? 9090), '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: redirectUris,
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['given_name', 'family_name'] },
  // Directus reads the id token first.
  conformIdTokenClaims: false,
  cookies: { keys: [randomBytes(32).toString('hex')] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_context, id) => ({ accountId: id, claims: () => claimsOf(id) }),
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  issueRefreshToken: () => env.IDP_REFRESH === 'yes',
  // What a company's provider does with its own applications: no question which data may be passed on.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    });
    grant.addOIDCScope(SCOPE);
    await grant.save();
    return grant;
  },
  scopes: SCOPE.split(' '),
  ttl: {
    AccessToken: 600,
    AuthorizationCode: 60,
    Grant: 3600,
    IdToken: 600,
    Interaction: 600,
    Session: 3600,
  },
});

const callback = provider.callback();
server.on('request', (req, res) => {
  const routes = { interaction: interact, profile: sendProfile };
  const answer = (routes[req.url.split('/')[1]] ?? callback)(req, res);
  Promise.resolve(answer).catch((error) => {
    console.error(error.name, error.message);
    if (!res.headersSent) res.writeHead(400).end('This sign-in is over.');
  });
});
console.log(`listening ${issuer}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));

async function interact(req, res) {
  await provider.interactionDetails(req, res);
  const denied = { error: 'access_denied', error_description: 'The person said no.' };
  const finish = (result) => provider.interactionFinished(req, res, result);

  if (env.IDP_DENY === 'yes') return finish(denied);
  if (req.method !== 'POST') return sendPage(res, 200);
  const form = await readForm(req);
  if (form.get('answer') === 'cancel') return finish(denied);
  const email = form.get('email') ?? '';
  if (!claimsOf(email) || form.get('password') !== PASSWORD)
    return sendPage(res, 401, 'Wrong e-mail or password.');
  return finish({ login: { accountId: email } });
}

// For Directus's `oauth2` driver: without the scope `openid`, which brings an id token that the driver refuses, there
// is no userinfo either.
async function sendProfile(req, res) {
  const token = await provider.AccessToken.find(req.headers.authorization?.replace(/^Bearer /i, '') ?? '');
  res.writeHead(token ? 200 : 401, { 'content-type': 'application/json' });
  res.end(JSON.stringify(token ? claimsOf(token.accountId) : { error: 'invalid_token' }));
}

async function readForm(req) {
  let text = '';
  for await (const part of req) {
    text += part;
    if (text.length > 4096) break;
  }
  return new URLSearchParams(text);
}

function sendPage(res, status, message = '') {
  res.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  res.end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Harbour accounts</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 22rem; margin: 10vh auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
label, input, button { display: block; width: 100%; box-sizing: border-box; }
input, button { margin: 0 0 1rem; padding: .6rem; font: inherit; }
</style>
</head>
<body>
<h1>Harbour accounts</h1>
<p>A provider for tests. Try grace@example.com with the password ${PASSWORD}.</p>
<p role="alert">${message}</p>
<form method="post">
<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="username" autofocus>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password">
<button name="answer" value="sign-in">Sign in</button>
<button name="answer" value="cancel" formnovalidate>Cancel</button>
</form>
</body>
</html>
`);
}
