/**
 * The pages that links in mails lead to. A mail program strips links with a scheme of an application's own; an
 * https page that offers such a link gets through.
 * @module
 */
import { sendPage } from './answer.js';
import { bridgePage, messagePage } from './pages.js';

/** Where Latchkey registers for links. */
const SCHEME = 'app.latchkey://auth';
/** A JSON web token: three parts. Directus's are about 250 characters. */
const TOKEN = /^(?=.{1,2048}$)[\w-]+\.[\w-]+\.[\w-]+$/;
/** The id that Latchkey gives a stored instance. */
const PROFILE = /^[0-9a-f]{16}$/;

/** Kinds of links: the last part of the path, here as in the Data Studio and in Latchkey. */
export const BRIDGES = {
  'reset-password': 'Set a new password',
  'accept-invite': 'Accept the invitation',
};

/**
 * @param {import('./endpoint.js').Tools} tools
 * @param {keyof typeof BRIDGES} kind
 */
export const bridge =
  ({ settings, branding, taken }, kind) =>
  async (/** @type {any} */ req, /** @type {any} */ res) => {
    const links = bridgeLinks(settings.publicUrl, kind, taken(req).query);
    if (links) return sendPage(res, 200, bridgePage(await branding(), { heading: BRIDGES[kind], ...links }));
    const sentence = 'The link is not complete. Copy the whole link from the mail, or ask for a new one.';
    sendPage(res, 400, messagePage(await branding(), 'This link does not work', sentence));
  };

/**
 * @param {string} publicUrl
 * @param {string} kind
 * @param {string} query
 * @returns {{ appLink: string, webLink: string } | null} `null` for anything but one token and, perhaps, one profile.
 */
export function bridgeLinks(publicUrl, kind, query) {
  const given = new URLSearchParams(query);
  const [token, ...moreTokens] = given.getAll('token');
  const [profile, ...moreProfiles] = given.getAll('profile');
  if (!TOKEN.test(token ?? '') || moreTokens.length || moreProfiles.length) return null;
  if (profile !== undefined && !PROFILE.test(profile)) return null;
  const named = profile === undefined ? '' : `profile=${profile}&`;
  return {
    appLink: `${SCHEME}/${kind}?${named}token=${token}`,
    webLink: `${publicUrl}/admin/${kind}?token=${token}`,
  };
}
