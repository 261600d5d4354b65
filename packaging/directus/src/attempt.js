/**
 * The authorization request (RFC 6749 §4.1.1, RFC 7636 §4.3) and the attempt it begins: what is accepted, and
 * the addresses that belong to it. Pure.
 * @module
 */
import { randomBytes } from 'node:crypto';

/** Longest query that is read at all. */
const LONGEST_QUERY = 2048;
const LONGEST_PROVIDER = 128;

/**
 * @typedef {object} Request
 * @property {string} provider
 * @property {string} redirectUri
 * @property {string} state
 * @property {string} challenge
 * @property {string} [otp]
 * @property {string} [prompt]
 */

/** Why a request is refused: one plain sentence, and the RFC 6749 error code. */
export class Refused extends Error {
  /**
   * @param {string} message
   * @param {{ code?: string, status?: number }} [more]
   */
  constructor(message, { code = 'invalid_request', status = 400 } = {}) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/**
 * The parameters of a query or a form, each at most once (RFC 6749 §3.1).
 * @param {string} text
 */
export function parameters(text) {
  const given = new URLSearchParams(text);
  const names = [...given.keys()];
  if (new Set(names).size !== names.length) throw new Refused('A parameter is there more than once.');
  return given;
}

/**
 * @param {string} query Without the question mark.
 * @returns {Request}
 */
export function readRequest(query) {
  if (query.length > LONGEST_QUERY) throw new Refused('The request is too long.');
  const given = parameters(query);

  const type = given.get('response_type');
  if (type !== null && type !== 'code') {
    throw new Refused('response_type can only be code.', { code: 'unsupported_response_type' });
  }
  const redirectUri = given.get('redirect_uri');
  if (!isLoopback(redirectUri)) {
    throw new Refused(
      'redirect_uri must be http://127.0.0.1:PORT/… or http://[::1]:PORT/… and nothing else.',
    );
  }
  const state = given.get('state');
  if (!state || !/^[\w.~-]{16,256}$/.test(state))
    throw new Refused('state must be 16 to 256 letters and digits.');
  // `plain`, which RFC 7636 takes for granted when the method is missing, protects against nothing here.
  if (given.get('code_challenge_method') !== 'S256') throw new Refused('code_challenge_method must be S256.');
  const challenge = given.get('code_challenge');
  if (!challenge || !/^[\w-]{43}$/.test(challenge))
    throw new Refused('code_challenge must be 43 characters.');
  const provider = given.get('provider');
  if (!provider || provider.length > LONGEST_PROVIDER || ['.', '..'].includes(provider)) {
    throw new Refused('provider is missing or is not a name.');
  }

  return {
    provider,
    redirectUri,
    state,
    challenge,
    otp: optional(given, 'otp', /^\d{6,8}$/),
    prompt: optional(given, 'prompt', /^[a-z_ ]{1,32}$/),
  };
}

/**
 * @param {URLSearchParams} given
 * @param {string} name
 * @param {RegExp} shape
 */
function optional(given, name, shape) {
  const value = given.get(name);
  if (value === null) return undefined;
  if (!shape.test(value)) throw new Refused(`${name} has a wrong form.`);
  return value;
}

/**
 * A literal loopback address with a port (RFC 8252 §7.3, §8.3). Not `localhost`, which may be another machine's.
 * @param {string | null} text
 * @returns {text is string}
 */
export function isLoopback(text) {
  if (!text || !/^http:\/\/(?:127\.0\.0\.1|\[::1\]):\d{1,5}(?:\/[\w.~/-]{0,128})?$/.test(text)) return false;
  // What a browser makes of it must be the same, so that `..` and odd ports are out.
  return URL.canParse(text) && [text, `${text}/`].includes(new URL(text).href);
}

/** A new attempt's id: 128 random bits. */
export const newAttempt = () => randomBytes(16).toString('base64url');

/** @param {unknown} text @returns {text is string} */
export const isAttempt = (text) => typeof text === 'string' && /^[\w-]{22}$/.test(text);

/**
 * Where Directus sends the browser after the provider. Only the path tells attempts apart: Directus drops the
 * query when a sign-in fails.
 * @param {import('./settings.js').Settings} settings
 * @param {string} attempt
 */
export const finishUrl = (settings, attempt) => `${settings.issuer}/finish/${attempt}`;

/**
 * @param {import('./settings.js').Settings} settings
 * @param {string} attempt
 */
export const finishPath = (settings, attempt) => `${settings.path}/finish/${attempt}`;

/**
 * The attempt that this `Location` finishes, if it is one of ours and the sign-in succeeded.
 * @param {import('./settings.js').Settings} settings
 * @param {string} location
 */
export function attemptOf(settings, location) {
  const start = `${settings.issuer}/finish/`;
  const attempt = location.startsWith(start) ? location.slice(start.length) : null;
  return isAttempt(attempt) ? attempt : null;
}

/**
 * The path of a provider's sign-in route in Directus, with the name as one segment (its name may hold anything).
 * @param {import('./settings.js').Settings} settings
 * @param {string} provider
 */
export const signInPath = (settings, provider) =>
  `${settings.publicPath}/auth/login/${encodeURIComponent(provider)}`;

/**
 * @param {import('./settings.js').Settings} settings
 * @param {Request} request
 * @param {string} attempt
 */
export function signInUrl(settings, request, attempt) {
  const query = new URLSearchParams({ redirect: finishUrl(settings, attempt) });
  if (request.otp) query.set('otp', request.otp);
  if (request.prompt) query.set('prompt', request.prompt);
  return `${new URL(settings.publicUrl).origin}${signInPath(settings, request.provider)}?${query}`;
}
