/**
 * `/latchkey/finish/ATTEMPT`: where Directus sends the browser when the provider is done. GET asks the person,
 * POST takes the answer; both end with the browser back at the program, with its `state`, whatever happened.
 * @module
 */
import { addCookies, readForm, sendPage, sendRedirect } from './answer.js';
import { Refused, finishPath, isAttempt, parameters, signInPath } from './attempt.js';
import { MARKER_COOKIE, REQUEST_COOKIE, SESSION_COOKIE, cookieLine } from './cookies.js';
import { consentPage, messagePage } from './pages.js';
import { same } from './seal.js';
import { CODE_SECONDS, CONSENT_SECONDS } from './settings.js';

/** @typedef {import('./endpoint.js').Tools} Tools */

/**
 * What the browser holds of an attempt.
 * @typedef {object} Held
 * @property {string} attempt
 * @property {{ provider: string, redirectUri: string, state: string, challenge: string, label: string }} request
 * @property {string | null} session
 */

/** @param {Tools} tools */
export const finish = (tools) => async (/** @type {any} */ req, /** @type {any} */ res) => {
  const { sessions, branding } = tools;
  const held = await readHeld(tools, req, res);
  if (!held) return;
  const { attempt, request, session } = held;

  const reason = reasonIn(tools.taken(req).query);
  if (reason) {
    if (session) await sessions.end(session, req.accountability);
    return leave(tools, res, held, { error: 'access_denied', error_description: reason });
  }
  // `enforce_tfa` sends people to the Data Studio instead, and from there they may come here without a new session.
  if (!session)
    return leave(tools, res, held, { error: 'access_denied', error_description: 'SESSION_MISSING' });

  const holder = await sessions.holder(session);
  if (!holder || holder.provider !== request.provider) {
    await sessions.end(session, req.accountability);
    const error_description = holder ? 'INVALID_PROVIDER' : 'INVALID_CREDENTIALS';
    return leave(tools, res, held, { error: 'access_denied', error_description });
  }

  await sessions.endSoon(session, CONSENT_SECONDS);
  const action = finishPath(tools.settings, attempt);
  const { label: provider, redirectUri } = request;
  const ticket = ticketFor(tools, held, session);
  sendPage(res, 200, consentPage(await branding(), { holder, provider, redirectUri, action, ticket }));
};

/** @param {Tools} tools */
export const consent = (tools) => async (/** @type {any} */ req, /** @type {any} */ res) => {
  const { settings, seals, sessions, branding } = tools;
  const held = await readHeld(tools, req, res);
  if (!held) return;
  const { request, session } = held;

  const answer = await readAnswer(req);
  // The cookies are not sent with other sites' forms, and the ticket is known to the page alone. Browsers that say
  // where a form came from are asked as well; `Origin` is `null` here, by the page's own referrer policy.
  const site = req.headers['sec-fetch-site'];
  const own = site === undefined || site === 'same-origin';
  if (!session || !own || !same(answer?.get('ticket'), ticketFor(tools, held, session))) {
    const sentence = 'The answer did not come from the page that asked. Return to Latchkey and try again.';
    return sendPage(res, 403, messagePage(await branding(), 'This did not work', sentence));
  }

  if (answer?.get('answer') !== 'yes') {
    await sessions.end(session, req.accountability);
    return leave(tools, res, held, { error: 'access_denied' });
  }
  const content = { session, challenge: request.challenge, redirectUri: request.redirectUri };
  leave(tools, res, held, { code: seals.close('code', settings.issuer, content, CODE_SECONDS) });
};

/**
 * What the browser holds; without a request there is nothing to go back to, and the person is told.
 * @param {Tools} tools
 * @returns {Promise<Held | null>} `null` when the answer is already given.
 */
async function readHeld(
  { seals, sessions, branding, taken },
  /** @type {any} */ req,
  /** @type {any} */ res,
) {
  const { attempt } = req.params;
  const { cookies } = taken(req);
  const request = isAttempt(attempt) ? seals.open('request', attempt, cookies.get(REQUEST_COOKIE)) : null;
  const session = isAttempt(attempt) ? seals.open('session', attempt, cookies.get(SESSION_COOKIE)) : null;
  if (request) return { attempt, request, session: session?.session ?? null };

  if (session) await sessions.end(session.session, req.accountability);
  const sentence =
    'It was answered before, took too long, or was begun in another browser or under another address. ' +
    'Return to Latchkey and start again.';
  sendPage(res, 400, messagePage(await branding(), 'This sign-in is over', sentence));
  return null;
}

/**
 * Back to the program (RFC 6749 §4.1.2, RFC 9207 §2), and nothing left in the browser.
 * @param {Tools} tools
 * @param {any} res
 * @param {Held} held
 * @param {Record<string, string>} result
 */
function leave({ settings }, res, { attempt, request }, result) {
  const path = finishPath(settings, attempt);
  addCookies(res, [
    cookieLine(settings, path, REQUEST_COOKIE, '', 0),
    cookieLine(settings, path, SESSION_COOKIE, '', 0),
    cookieLine(settings, signInPath(settings, request.provider), MARKER_COOKIE, '', 0),
  ]);
  const query = new URLSearchParams({ ...result, state: request.state, iss: settings.issuer });
  sendRedirect(res, `${request.redirectUri}?${query}`);
}

/**
 * Binds an answer to this attempt, this request and this account.
 * @param {Tools} tools
 * @param {Held} held
 * @param {string} session
 */
const ticketFor = ({ seals }, { attempt, request }, session) =>
  seals.mark(attempt, request.state, request.redirectUri, request.challenge, session);

/** @param {any} req @returns {Promise<URLSearchParams | null>} */
async function readAnswer(req) {
  const form = await readForm(req);
  try {
    return form === null ? null : parameters(form);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/**
 * Directus's code for why a sign-in failed. Codes are short names; anything else is not passed on.
 * @param {string} query
 */
function reasonIn(query) {
  const reason = new URLSearchParams(query).get('reason');
  if (reason === null) return null;
  return /^[A-Z][A-Z_]{0,63}$/.test(reason) ? reason : 'UNKNOWN_EXCEPTION';
}
