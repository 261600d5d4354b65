/**
 * `POST /latchkey/token`: a code for tokens (RFC 6749 §4.1.3, RFC 7636 §4.5). Errors as in RFC 6749 §5.2.
 * @module
 */
import { createHash } from 'node:crypto';

import { readForm, sendJson } from './answer.js';
import { Refused, parameters } from './attempt.js';
import { same } from './seal.js';

/** What Directus says when a session or its account is no good any more. Everything else may pass. */
const DEAD = [
  'INVALID_CREDENTIALS',
  'INVALID_TOKEN',
  'USER_SUSPENDED',
  'RESOURCE_RESTRICTED',
  'PROJECT_LOCKED',
];

/** @param {import('./endpoint.js').Tools} tools */
export const token =
  ({ settings, seals, sessions, logger }) =>
  async (/** @type {any} */ req, /** @type {any} */ res) => {
    try {
      const { session } = readGrant(await readForm(req), (text) => seals.open('code', settings.issuer, text));
      const tokens = await sessions.redeem(session, req.accountability);
      if (!tokens)
        throw new Refused('The code was used before, or its session is over.', { code: 'invalid_grant' });
      sendJson(res, 200, { data: tokens });
    } catch (error) {
      const refused = error instanceof Refused ? error : fromDirectus(error, logger);
      sendJson(res, refused.status, { error: refused.code, error_description: refused.message });
    }
  };

/**
 * @param {string | null} form
 * @param {(text: unknown) => any} open
 * @returns {{ session: string }}
 */
export function readGrant(form, open) {
  if (form === null) throw new Refused('The body must be a short application/x-www-form-urlencoded form.');
  const given = parameters(form);
  const type = given.get('grant_type');
  if (!type) throw new Refused('grant_type is missing.');
  if (type !== 'authorization_code') {
    throw new Refused('Only authorization_code is known here.', { code: 'unsupported_grant_type' });
  }
  for (const name of ['code', 'code_verifier', 'redirect_uri']) {
    if (!given.get(name)) throw new Refused(`${name} is missing.`);
  }
  const verifier = given.get('code_verifier') ?? '';
  if (!/^[\w.~-]{43,128}$/.test(verifier)) {
    throw new Refused(
      'code_verifier must be 43 to 128 letters, digits, dots, dashes, underscores or tildes.',
    );
  }

  const content = open(given.get('code'));
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  // A wrong verifier does not use the code up: whoever has no verifier must not be able to spoil it either.
  if (
    !content ||
    !same(challenge, content.challenge) ||
    !same(given.get('redirect_uri'), content.redirectUri)
  ) {
    const message = 'The code is unknown or too old, or does not belong to this verifier and redirect_uri.';
    throw new Refused(message, { code: 'invalid_grant' });
  }
  return content;
}

/**
 * @param {any} error
 * @param {any} logger
 */
function fromDirectus(error, logger) {
  const code = String(error?.code ?? 'UNKNOWN');
  if (DEAD.includes(code)) {
    return new Refused('Directus refused the session of this sign-in.', { code: 'invalid_grant' });
  }
  // The code of the error and nothing else of it: messages of databases quote what they were given.
  logger.warn(`[latchkey] Directus could not refresh a session: ${code}`);
  const message = 'The server or the provider cannot answer at the moment.';
  return new Refused(message, { code: 'temporarily_unavailable', status: 503 });
}
