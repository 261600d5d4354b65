/**
 * Sealed texts: what the companion hands to a browser and wants back unread and unchanged. This is all the
 * storage it has, so that several nodes which share `SECRET` need nothing else in common.
 *
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. Each purpose has a key of its own, derived from
 * `SECRET` by HKDF-SHA-256 (RFC 5869), so that a text of one purpose never opens as another.
 * @module
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const VERSION = 'v1';
const NONCE = 12;
const TAG = 16;
/** Longest text that is looked at; the longest one made is a session cookie of about half of that. */
const LONGEST = 8192;
/** Without a `SECRET` Directus signs with a random key that ends with the process, and so does the companion. */
const WITHOUT_SECRET = randomBytes(32);

/**
 * @typedef {'request' | 'session' | 'code'} Purpose
 *
 * @typedef {object} Seals
 * @property {(purpose: Purpose, context: string, content: object, seconds: number) => string} close
 * @property {(purpose: Purpose, context: string, text: unknown) => any} open The content, or `null` for anything
 *   that was not sealed here for this purpose and context, was changed, or is too old.
 * @property {(...parts: string[]) => string} mark A keyed fingerprint of the parts.
 */

/**
 * @param {string | undefined} secret Directus's `SECRET`.
 * @param {() => number} [now] Milliseconds since 1970.
 * @returns {Seals}
 */
export function createSeals(secret, now = Date.now) {
  const root = secret ?? WITHOUT_SECRET;
  const key = (/** @type {string} */ purpose) =>
    Buffer.from(hkdfSync('sha256', root, '', `latchkey companion ${VERSION} ${purpose}`, 32));
  const keys = { request: key('request'), session: key('session'), code: key('code') };
  const marks = key('consent');
  // Fixed fields, so that no two pairs give the same bytes.
  const bound = (/** @type {Purpose} */ purpose, /** @type {string} */ context) =>
    Buffer.from(JSON.stringify([VERSION, purpose, context]));

  return {
    close(purpose, context, content, seconds) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', keys[purpose], nonce);
      cipher.setAAD(bound(purpose, context));
      const plain = JSON.stringify({ ...content, until: now() + seconds * 1000 });
      const parts = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return `${VERSION}.${Buffer.concat(parts).toString('base64url')}`;
    },

    open(purpose, context, text) {
      if (typeof text !== 'string' || text.length > LONGEST || !/^v1\.[\w-]+$/.test(text)) return null;
      const bytes = Buffer.from(text.slice(VERSION.length + 1), 'base64url');
      if (bytes.length <= NONCE + TAG) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', keys[purpose], bytes.subarray(0, NONCE), {
          authTagLength: TAG,
        });
        decipher.setAAD(bound(purpose, context));
        decipher.setAuthTag(bytes.subarray(-TAG));
        const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
        const content = JSON.parse(plain.toString('utf8'));
        return content.until > now() ? content : null;
      } catch {
        return null;
      }
    },

    mark: (...parts) => createHmac('sha256', marks).update(JSON.stringify(parts)).digest('base64url'),
  };
}

/**
 * Compares without telling by the time it takes how much was right.
 * @param {unknown} given
 * @param {string} expected
 */
export function same(given, expected) {
  if (typeof given !== 'string') return false;
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
