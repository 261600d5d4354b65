/**
 * Who can sign in at the provider. Fixed and public: throw-away accounts of a server that listens on loopback only.
 */
export const PASSWORD = 'Harbour-gate-1';

const PEOPLE = {
  'grace@example.com': { given_name: 'Grace', family_name: 'Marlowe' },
  'noor@example.com': { given_name: 'Noor', family_name: 'Okafor' },
  // The bench's Directus has a person of this address who signs in with a password: INVALID_PROVIDER.
  'ada@example.com': { given_name: 'Ada', family_name: 'Brook' },
};

/**
 * The claims of an account. Besides the people above there are `visitor-1@example.com` to `visitor-200@example.com`
 * for tests that need many.
 * @param {string} email
 */
export function claimsOf(email) {
  const number = Number(/^visitor-([1-9]\d{0,2})@example\.com$/.exec(email)?.[1] ?? 0);
  const visitor =
    number >= 1 && number <= 200 ? { given_name: 'Visitor', family_name: String(number) } : undefined;
  const person = PEOPLE[email] ?? visitor;
  return person && { sub: email, email, email_verified: true, ...person };
}
