/**
 * The pages a person sees. Static: no script, nothing loaded from elsewhere, every value escaped, and a content
 * security policy that names exactly what the page needs.
 * @module
 */
import { createHash } from 'node:crypto';

import { textOn } from './branding.js';

/**
 * @typedef {{ html: string, policy: string }} Page
 * @typedef {import('./branding.js').Branding} Branding
 */

/** @param {unknown} text */
export const escapeHtml = (text) =>
  String(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * Text of others as it may be shown: on one line, of bounded length, without characters that turn the direction
 * of writing or cannot be seen.
 * @param {unknown} text
 */
const shown = (text) =>
  escapeHtml(
    String(text)
      .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
      .slice(0, 120),
  );

/** @param {Branding} branding */
const styleFor = ({ colour }) => `
:root { color-scheme: light dark; --page: #f0f2f5; --card: #fff; --text: #172940; --soft: #52647a; --line: #d3dae4; }
@media (prefers-color-scheme: dark) {
  :root { --page: #0d1117; --card: #161b22; --text: #f0f6fc; --soft: #a4b1c1; --line: #30363d; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--page);
  color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 440px; padding: 32px; border-top: 6px solid ${colour}; border-radius: 8px;
  background: var(--card); box-shadow: 0 1px 8px rgb(0 0 0 / 12%); }
h1 { margin: 4px 0 16px; font-size: 24px; line-height: 1.25; }
p { margin: 0 0 16px; }
.project, .soft { color: var(--soft); overflow-wrap: anywhere; }
.project { margin: 0; font-weight: 600; }
dl { margin: 0 0 16px; padding: 12px 16px; border: 1px solid var(--line); border-radius: 6px; }
dt { color: var(--soft); font-size: 14px; }
dd { margin: 0 0 8px; font-weight: 600; overflow-wrap: anywhere; }
dd:last-child { margin-bottom: 0; }
form { display: grid; gap: 12px; }
button, .button { display: block; width: 100%; padding: 12px 16px; border: 2px solid ${colour}; border-radius: 6px;
  background: ${colour}; color: ${textOn(colour)}; font: inherit; font-weight: 600; text-align: center;
  text-decoration: none; cursor: pointer; }
.plain { background: transparent; color: inherit; border-color: var(--line); margin-top: 12px; }
form .plain { margin-top: 0; }
:focus-visible { outline: 3px solid var(--text); outline-offset: 2px; }
`;

/**
 * @param {Branding} branding
 * @param {string} heading
 * @param {string} body HTML.
 * @param {string} [formAction] What forms may lead to; nothing by default.
 * @returns {Page}
 */
function page(branding, heading, body, formAction = "'none'") {
  const style = styleFor(branding);
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    policy: [
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      `form-action ${formAction}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(heading)} · ${shown(branding.name)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="project">${shown(branding.name)}</p>
<h1>${escapeHtml(heading)}</h1>
${body}
</main>
</body>
</html>
`,
  };
}

/**
 * “Is this you, and do you want it?” (RFC 8252 §8.6): any program on this machine, and any web page, can begin a
 * sign-in, and the provider may let it through without a question.
 * @param {Branding} branding
 * @param {object} details
 * @param {import('./sessions.js').Holder} details.holder
 * @param {string} details.provider What people call it.
 * @param {string} details.redirectUri
 * @param {string} details.action Path that the answer goes to.
 * @param {string} details.ticket
 */
export function consentPage(branding, { holder, provider, redirectUri, action, ticket }) {
  const { origin, hostname, port } = new URL(redirectUri);
  const account = [holder.name, holder.email].filter(Boolean).map(shown).join('<br>') || shown(holder.id);
  // A policy has no way to name an IPv6 address; all of http is then the narrowest there is (CSP 3 §2.3.1).
  const target = hostname.startsWith('[') ? 'http:' : origin;
  return page(
    branding,
    'Sign in to Latchkey on this computer?',
    `<p>Latchkey, a program on this computer, asks to sign in to ${shown(branding.name)}.</p>
<dl>
<dt>Account</dt><dd>${account}</dd>
<dt>Signed in with</dt><dd>${shown(provider)}</dd>
<dt>Goes to</dt><dd>this computer only (${escapeHtml(hostname)}, port ${escapeHtml(port)})</dd>
</dl>
<p class="soft">It can then do what you can do here, until you sign out in Latchkey. If you did not start this in
Latchkey a moment ago, choose No.</p>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="ticket" value="${escapeHtml(ticket)}">
<button name="answer" value="yes">Yes, sign in</button>
<button class="plain" name="answer" value="no">No</button>
</form>`,
    `'self' ${target}`,
  );
}

/**
 * From a link in a mail to the program, or on in the browser. Never opens anything by itself: mail programs look
 * at links before people do, and a page that closes takes the browser's question “open Latchkey?” with it.
 * @param {Branding} branding
 * @param {object} details
 * @param {string} details.heading
 * @param {string} details.appLink
 * @param {string} details.webLink
 */
export function bridgePage(branding, { heading, appLink, webLink }) {
  return page(
    branding,
    heading,
    `<p><a class="button" href="${escapeHtml(appLink)}">Open in Latchkey</a></p>
<p class="soft">Your browser may ask whether to open Latchkey. If nothing happens, Latchkey is not on this computer:
go on in the browser, or copy the address of this page into Latchkey on the computer that has it.</p>
<a class="button plain" href="${escapeHtml(webLink)}">Use the browser instead</a>`,
  );
}

/**
 * @param {Branding} branding
 * @param {string} heading
 * @param {string} sentence
 */
export const messagePage = (branding, heading, sentence) =>
  page(branding, heading, `<p>${escapeHtml(sentence)}</p>\n<p class="soft">You can close this page.</p>`);
